/** A timer takes no more. */
const LONGEST = 2 ** 31 - 1;

/**
 * Aborts a request that is silent for too long: before its headers, and in any pause of its body. A long
 * download that goes on is never cut.
 */
export class IdleLimit {
  /** For the request: the limit, or the caller's own signal. */
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #ms: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number, outer: AbortSignal | undefined) {
    this.#ms = ms;
    this.signal = outer ? AbortSignal.any([outer, this.#controller.signal]) : this.#controller.signal;
  }

  /** The response, with a body that keeps the limit while it is read. */
  async holds(request: Promise<Response>): Promise<Response> {
    this.#wind();
    try {
      const response = await request;
      return response.body ? this.#watched(response, response.body) : response;
    } finally {
      clearTimeout(this.#timer);
    }
  }

  #wind(): void {
    clearTimeout(this.#timer);
    const late = () => this.#controller.abort(new DOMException('timed out', 'TimeoutError'));
    this.#timer = setTimeout(late, Math.min(this.#ms, LONGEST));
  }

  /** Time counts only while the reader waits: a slow reader is not a silent server. */
  #watched(response: Response, body: ReadableStream<Uint8Array>): Response {
    const reader = body.getReader();
    const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
      this.#wind();
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } finally {
        clearTimeout(this.#timer);
      }
    };
    const source = { pull, cancel: (reason: unknown) => reader.cancel(reason) };
    return withBody(response, new ReadableStream(source, { highWaterMark: 0 }));
  }
}

/** Reads the body now, so that its faults come with the request's. */
export async function whole(response: Response): Promise<Response> {
  return response.body ? withBody(response, await response.arrayBuffer()) : response;
}

function withBody(response: Response, body: ConstructorParameters<typeof Response>[0]): Response {
  const { status, statusText, headers, url, redirected } = response;
  const same = new Response(body, { status, statusText, headers });
  return Object.defineProperties(same, { url: { value: url }, redirected: { value: redirected } });
}
