import { UserError } from '@fairway/runtime/errors';
import type { ChannelContext } from './types.ts';

/** The URL that a secret holds. Throws UserError, without showing it. */
export function webhookUrl(context: ChannelContext, name: string): string {
  const url = context.secret(name).trim();
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new UserError(`the secret ${name} is not a URL`, {
    mend: `set ${name} to the whole URL of the webhook, with https://`,
  });
}
