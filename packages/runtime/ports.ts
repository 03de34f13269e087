import type { Clock } from './clock.ts';
import type { Context } from './context.ts';
import type { Exec } from './exec.ts';
import type { Files } from './files.ts';
import type { GitHub } from './github.ts';
import type { Http } from './http.ts';
import type { Log } from './log.ts';
import type { Summary } from './summary.ts';

/** Everything the outside world is to an action. `run.ts` takes these as its second argument. */
export interface Ports {
  readonly context: Context;
  readonly exec: Exec;
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
  readonly files: Files;
  readonly summary: Summary;
  /** Aborted by SIGINT and SIGTERM: there are about ten seconds left to record the intent. */
  readonly signal: AbortSignal;
  /** Masks a value that came up at run time, in every form, here and by the runner. */
  mask(secret: string): void;
  /** Hides the secrets known so far in what outlives the log: the ledger. Without it there are none. */
  redact?(text: string): string;
  /** The repository's API; undefined when this run has no GitHub (no GITHUB_API_URL). */
  github(token: string): Promise<GitHub> | undefined;
  /** Kept from the main step for the post step, in this job. */
  readonly state: { get(name: string): string | undefined; set(name: string, value: string): void };
}
