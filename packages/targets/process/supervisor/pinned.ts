import type { IncomingMessage } from 'node:http';
import type { Pin } from '../state.ts';

/** Whether a request has one of these headers or cookies with exactly that value. */
export function isPinned(request: Pick<IncomingMessage, 'rawHeaders'>, pins: readonly Pin[]): boolean {
  return pins.some((pin) =>
    'header' in pin
      ? linesOf(request, pin.header.toLowerCase()).includes(pin.value)
      : linesOf(request, 'cookie').some((line) => cookiesIn(line, pin.cookie).includes(pin.value)),
  );
}

/** A header may stand in a request more than once; `headers` would join or drop the others. */
function linesOf({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>, name: string): string[] {
  return rawHeaders.flatMap((value, i) =>
    i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === name ? [value.trim()] : [],
  );
}

function cookiesIn(line: string, name: string): string[] {
  return line.split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 && pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : [];
  });
}
