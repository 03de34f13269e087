/** A disturbance for tests; applied to the requests it matches, in the order of the rules. */
export interface Fault {
  readonly method?: string;
  /** Part of the path, or a pattern for it (without the query). Default: every path. */
  readonly path?: string | RegExp;
  /** Matching requests let through first. Default 0. */
  readonly skip?: number;
  /** Requests disturbed before the rule is used up. Default 1. */
  readonly times?: number;
  /** Milliseconds to wait first; the request goes on unless something else is asked for. */
  readonly delay?: number;
  /** Answers with this status and these headers; nothing reaches the server. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Cuts the connection: before the server saw the request, or after it did what was asked. */
  readonly reset?: 'before' | 'after';
}

export class Faults {
  #rules: { fault: Fault; skip: number; times: number }[] = [];

  /** Returns a function that takes the rule away again. */
  add(fault: Fault): () => void {
    const rule = { fault, skip: fault.skip ?? 0, times: fault.times ?? 1 };
    this.#rules.push(rule);
    return () => {
      this.#rules = this.#rules.filter((other) => other !== rule);
    };
  }

  /** The disturbance of this request, if any; counts it. */
  take(method: string, path: string): Fault | undefined {
    for (const rule of this.#rules) {
      if (rule.times === 0 || !matches(rule.fault, method, path)) continue;
      if (rule.skip > 0) {
        rule.skip--;
        continue;
      }
      rule.times--;
      return rule.fault;
    }
    return undefined;
  }
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  if (fault.path === undefined) return true;
  return typeof fault.path === 'string' ? path.includes(fault.path) : fault.path.test(path);
}
