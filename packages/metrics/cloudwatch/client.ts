import { RemoteError, UserError } from '@fairway/runtime/errors';
import { Redactor } from '@fairway/runtime/redact';
import { AwsV4Signer } from 'aws4fetch';
import { type Answer, exchange, jsonOf, notJson, refusal } from '../http/exchange.ts';
import { certificatesOf } from '../http-access.ts';
import type { MetricContext } from '../types.ts';
import type { Page } from './answer.ts';
import type { CloudWatchConnection } from './kinds.ts';

/** A window has few points; more pages than this are a mistake of a service that never ends. */
const MOST_PAGES = 20;
/** Milliseconds; AWS refuses signatures that are older or newer than 15 minutes. */
const SKEW = 5 * 60_000;

export interface Client {
  /** All pages. Throws RemoteError for anything but whole ones. */
  getMetricData(body: object, signal: AbortSignal | undefined): Promise<readonly Page[]>;
  /** Hides the credentials. */
  redact(text: string): string;
}

/** Throws UserError without credentials or region: a job that lacks them fails before anything is measured. */
export function openClient(connection: CloudWatchConnection, context: MetricContext): Client {
  const { clock, context: here, http, mask } = context.ports;
  const { accessKeyId, secretAccessKey, sessionToken } = here.aws ?? {};
  if (!accessKeyId || !secretAccessKey) {
    throw new UserError(
      'no credentials for CloudWatch: AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is not set',
      {
        mend: 'sign in earlier in the job (aws-actions/configure-aws-credentials), or set them by `env:`',
      },
    );
  }
  const region = connection.region ?? here.aws?.region;
  if (!region) {
    throw new UserError('no region for CloudWatch', {
      mend: 'set `region` under `providers: { cloudwatch: ... }`, or AWS_REGION',
    });
  }
  const redactor = new Redactor();
  for (const secret of [secretAccessKey, sessionToken]) {
    if (!secret) continue;
    redactor.add(secret);
    mask(secret);
  }
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const url = connection.url ?? `https://monitoring.${region}.${domain}/`;
  const credentials = { accessKeyId, secretAccessKey, region, ...(sessionToken ? { sessionToken } : {}) };

  const certificates = certificatesOf('cloudwatch', connection.tls, url, context);

  async function page(body: string, signal: AbortSignal | undefined): Promise<Page> {
    const datetime = new Date(clock.now()).toISOString().replace(/[:-]|\.\d{3}/g, '');
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'GraniteServiceVersion20100801.GetMetricData',
    };
    const what = { url, method: 'POST', headers, body, service: 'monitoring', datetime };
    const signed = await new AwsV4Signer({ ...what, ...credentials }).sign();
    const request = {
      ...{ url, method: 'POST', body, timeout: connection.timeout, harmless: true },
      tls: await certificates(),
      headers: Object.fromEntries(signed.headers),
    };
    const answer = await exchange({ http, clock }, request, signal, { limited: isThrottled });
    if (answer.status !== 200) throw refused(answer, clock.now());
    const json = jsonOf(answer);
    if (typeof json !== 'object' || json === null || !('MetricDataResults' in json)) throw notJson(answer);
    return json as Page;
  }

  return {
    redact: (text) => redactor.redact(text),
    async getMetricData(body, signal) {
      const pages: Page[] = [];
      let token: string | undefined;
      do {
        if (pages.length === MOST_PAGES)
          throw new RemoteError(`CloudWatch goes on after ${MOST_PAGES} pages`);
        const next = await page(JSON.stringify(token ? { ...body, NextToken: token } : body), signal);
        pages.push(next);
        token = next.NextToken;
      } while (token);
      return pages;
    },
  };
}

/** Code and words of an error, as the JSON protocol gives them (the code with a namespace before `#`). */
function errorIn(answer: Answer): { code: string; message: string } {
  const json = (jsonOf(answer) ?? {}) as Record<string, unknown>;
  const code = json.__type ?? answer.headers.get('x-amzn-errortype') ?? '';
  const message = json.message ?? json.Message ?? '';
  return { code: String(code).split('#').at(-1)?.split(':')[0] ?? '', message: String(message) };
}

/** Limits come as 400. */
const isThrottled = (answer: Answer): boolean =>
  answer.status === 400 &&
  /^(Throttling|ThrottlingException|RequestLimitExceeded|LimitExceeded)/.test(errorIn(answer).code);

function refused(answer: Answer, now: number): RemoteError {
  const { code, message } = errorIn(answer);
  const said = [code, message].filter(Boolean).join(': ');
  const theirs = Date.parse(answer.headers.get('date') ?? '');
  const off = Number.isFinite(theirs) ? Math.round((now - theirs) / 1_000) : 0;
  if (Math.abs(off) * 1_000 > SKEW) {
    const clock = `the clock of this machine is ${Math.abs(off)} s ${off > 0 ? 'ahead' : 'behind'}: set it`;
    return refusal(answer, said || undefined, clock);
  }
  return refusal(answer, said || undefined, MENDS.find(([pattern]) => pattern.test(code))?.[1]);
}

const MENDS: readonly (readonly [RegExp, string])[] = [
  [/^ExpiredToken/, 'the credentials have expired: sign in again, or for longer than the rollout takes'],
  [/^(AccessDenied|UnauthorizedOperation)/, 'allow cloudwatch:GetMetricData to the role of the job'],
  [
    /^(SignatureDoesNotMatch|InvalidSignature|UnrecognizedClient|InvalidClientTokenId|MissingAuthenticationToken)/,
    'check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, and the region',
  ],
];
