import type { Measured, Question } from '../types.ts';

/** What a command's answer means: figures, none, or a mistake of the command. */
export type Read = Measured | { readonly kind: 'no-data' | 'failure'; readonly reason: string };

type Fields = Readonly<Record<string, unknown>>;
/** The keys of an answer, in the order of the alphabet, and what they make. */
type Form = (fields: Fields, question: Question) => Read;

const failure = (reason: string): Read => ({ kind: 'failure', reason });
const noData = (reason: string): Read => ({ kind: 'no-data', reason });

const FORMS: ReadonlyMap<string, Form> = new Map([
  ['value', readValue],
  ['samples, value', readValue],
  ['events, total', readCounts],
  ['points', readPoints],
  ['bounds, counts', readHistogram],
  ['no-data', ({ 'no-data': reason }: Fields) => noData(`the command says: ${shown(reason)}`)],
]);
const VALID = [...FORMS.keys()].map((keys) => `{ ${keys} }`).join(', ');
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads what a command has written: one number, or one JSON object of a known form. Nothing else is believed:
 * a number with a unit behind it, two numbers or a key too many are mistakes of the command.
 */
export function readOutput(stdout: string, question: Question): Read {
  const text = stdout.trim();
  if (text === '') return failure('the command wrote nothing');
  if (/^[+-]?nan$/i.test(text)) return noData('the command wrote NaN');
  if (NUMBER.test(text)) return readValue({ value: Number(text) });
  if (!text.startsWith('{')) return failure(`the command wrote ${shown(text)}: neither one number nor JSON`);
  let fields: Fields;
  try {
    fields = JSON.parse(text);
  } catch {
    return failure(`the command wrote ${shown(text)}: JSON that is wrong or breaks off`);
  }
  const keys = Object.keys(fields).sort().join(', ');
  const form = FORMS.get(keys);
  return form ? form(fields, question) : failure(`the command wrote { ${keys} }. Valid: ${VALID}.`);
}

function readValue({ value, samples }: Fields): Read {
  if (value === null) return noData('the value is null');
  if (!isNumber(value)) return failure(`the value ${shown(value)} is not a finite number`);
  if (samples === undefined) return { kind: 'value', value };
  if (!isNumber(samples) || samples < 0) return failure(`samples is ${shown(samples)}, and not a count`);
  return { kind: 'value', value, samples };
}

function readCounts({ events, total }: Fields): Read {
  if (isNumber(events) && isNumber(total)) return { kind: 'counts', events, total };
  return failure(`events and total are ${shown(events)} and ${shown(total)}, and not two counts`);
}

/** Pairs of seconds since 1970 and a value, as the command is told the window. */
function readPoints({ points }: Fields, { from, to }: Question): Read {
  if (!Array.isArray(points)) return failure('points is not a list of [seconds since 1970, value]');
  const read: { at: number; value: number }[] = [];
  for (const point of points) {
    const [seconds, value] = Array.isArray(point) && point.length === 2 ? point : [];
    if (!isNumber(seconds) || !(isNumber(value) || value === null))
      return failure(`${shown(point)} is not a point: [seconds since 1970, value]`);
    const at = seconds * 1_000;
    if (value !== null && at >= from && at <= to) read.push({ at, value });
  }
  return { kind: 'series', points: read.sort((a, b) => a.at - b.at) };
}

function readHistogram({ bounds, counts }: Fields): Read {
  const numbers = (list: unknown): list is number[] => Array.isArray(list) && list.every(isNumber);
  if (numbers(bounds) && numbers(counts)) return { kind: 'histogram', bounds, counts };
  return failure('bounds and counts are not two lists of numbers');
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Short, for a message. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
