import { styleText } from 'node:util';
import type { Log, Place, Redactor } from '@fairway/runtime';

type Style = Parameters<typeof styleText>[0];

/** Colours only where a person reads: `styleText` honours NO_COLOR and FORCE_COLOR. */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** The log of commands: plain lines on stdout, problems on stderr. */
export function terminalLog(redactor: Redactor): Log {
  const where = ({ file, line, column }: Place = {}) =>
    file ? `${[file, line, column].filter((part) => part !== undefined).join(':')}: ` : '';
  const problem = (word: string, style: Style) => (text: string, place?: Place) =>
    void process.stderr.write(
      `${styleText(style, word, { stream: process.stderr })} ${where(place)}${redactor.redact(text)}\n`,
    );
  return {
    info: (text) => print(redactor.redact(text)),
    debug: () => undefined,
    notice: (text) => print(redactor.redact(text)),
    warning: problem('warning', 'yellow'),
    error: problem('error', 'red'),
    group(title, body) {
      print(paint('bold', redactor.redact(title)));
      return body();
    },
  };
}
