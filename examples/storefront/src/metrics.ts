const BOUNDS = [0.005, 0.025, 0.1, 0.5, 2.5];

/** Counts requests and their durations, in the text format of Prometheus. */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #buckets = BOUNDS.map(() => 0);
  #seconds = 0;
  #count = 0;

  observe(method: string, status: number, seconds: number): void {
    const labels = `method="${method}",status="${status}"`;
    this.#requests.set(labels, (this.#requests.get(labels) ?? 0) + 1);
    BOUNDS.forEach((bound, i) => {
      if (seconds <= bound) this.#buckets[i] = (this.#buckets[i] ?? 0) + 1;
    });
    this.#seconds += seconds;
    this.#count += 1;
  }

  render(): string {
    return [
      '# TYPE http_requests_total counter',
      ...[...this.#requests].map(([labels, n]) => `http_requests_total{${labels}} ${n}`),
      '# TYPE http_request_duration_seconds histogram',
      ...BOUNDS.map((le, i) => `http_request_duration_seconds_bucket{le="${le}"} ${this.#buckets[i]}`),
      `http_request_duration_seconds_bucket{le="+Inf"} ${this.#count}`,
      `http_request_duration_seconds_sum ${this.#seconds}`,
      `http_request_duration_seconds_count ${this.#count}`,
      '',
    ].join('\n');
  }
}
