import type { Redactor } from './redact.ts';

export interface Place {
  title?: string;
  file?: string;
  line?: number;
  column?: number;
}

export interface Log {
  info(text: string): void;
  debug(text: string): void;
  /** An annotation; also a line in the log. */
  notice(text: string, place?: Place): void;
  warning(text: string, place?: Place): void;
  error(text: string, place?: Place): void;
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
}

/** The runner keeps this many annotations per type and step, and this many characters of each. */
const ANNOTATIONS = 10;
const ANNOTATION_LENGTH = 4096;

type Level = 'notice' | 'warning' | 'error';

/** Writes workflow commands, redacted. Annotations past the platform's limit become plain lines. */
export function workflowLog(redactor: Redactor, write: (line: string) => void): Log {
  const used: Record<Level, number> = { notice: 0, warning: 0, error: 0 };
  const line = (text: string) => {
    // A command in the text would be obeyed: `::` at the start of a line, `##[` anywhere in it. A carriage
    // return starts a line for the runner too.
    for (const part of redactor.redact(text).split(/\r\n|\r|\n/))
      write(part.replace(/^([\s\u0085]*)::/, '$1\u200b::').replaceAll('##[', '##\u200b['));
  };
  const annotate =
    (level: Level) =>
    (text: string, place: Place = {}) => {
      if (++used[level] > ANNOTATIONS) return line(`${level}: ${text}`);
      const redacted = redactor.redact(text);
      const short =
        redacted.length > ANNOTATION_LENGTH
          ? `${redacted.slice(0, ANNOTATION_LENGTH - 20)}... (see the log)`
          : redacted;
      write(`::${level}${properties(place, redactor)}::${escapeData(short)}`);
      if (short !== redacted) line(redacted);
    };
  return {
    info: line,
    debug: (text) => write(`::debug::${escapeData(redactor.redact(text))}`),
    notice: annotate('notice'),
    warning: annotate('warning'),
    error: annotate('error'),
    async group(title, body) {
      write(`::group::${escapeData(redactor.redact(title))}`);
      try {
        return await body();
      } finally {
        write('::endgroup::');
      }
    },
  };
}

function properties({ title, file, line, column }: Place, redactor: Redactor): string {
  const pairs = Object.entries({ title, file, line, col: column }).filter(([, value]) => value !== undefined);
  const text = pairs
    .map(([key, value]) => `${key}=${escapeProperty(redactor.redact(String(value)))}`)
    .join(',');
  return text ? ` ${text}` : '';
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Keeps the lines: for tests and for callers that print elsewhere. */
export function memoryLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  const at = (level: string) => (text: string) => void lines.push(level ? `${level}: ${text}` : text);
  return {
    lines,
    info: at(''),
    debug: at('debug'),
    notice: at('notice'),
    warning: at('warning'),
    error: at('error'),
    group: (title, body) => {
      lines.push(title);
      return body();
    },
  };
}
