import { UserError } from '@fairway/runtime/errors';
import { didYouMean, type Kind, text } from '@fairway/schema';
import type { Question, Subject } from './types.ts';

const OF_SUBJECT = ['version', 'commit', 'digest', 'revision'] as const satisfies (keyof Subject)[];
const OF_WINDOW = ['window', 'from', 'to'] as const;

/** What stands for a value in a query: `{{ version }}` is the version of the side that is asked. */
export const TEMPLATE_NAMES: readonly string[] = [
  ...['app', 'environment', 'side', ...OF_SUBJECT, ...OF_WINDOW],
  ...(['candidate', 'baseline'] as const).flatMap((side) => OF_SUBJECT.map((name) => `${side}.${name}`)),
];

const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The names that a template uses, valid or not. */
export const namesIn = (template: string): string[] =>
  [...template.matchAll(PLACE)].map(([, name = '']) => name);

/** Why a text is no template, in words; undefined when it is one. */
export function templateProblem(template: string): string | undefined {
  const unknown = namesIn(template).find((name) => !TEMPLATE_NAMES.includes(name));
  if (unknown !== undefined) return `unknown name {{ ${unknown} }}.${didYouMean(unknown, TEMPLATE_NAMES)}`;
  const rest = template.replace(PLACE, '');
  if (rest.includes('{{')) return 'a {{ is not closed; a name is written {{ version }}';
  return undefined;
}

/** Whether the answers differ between candidate and baseline by what the template says. */
export const usesSide = (template: string): boolean =>
  namesIn(template).some((name) => name === 'side' || (OF_SUBJECT as readonly string[]).includes(name));

/** Whether the template is told how long the window is, or where it begins. */
export const usesWindow = (template: string): boolean =>
  namesIn(template).some((name) => name === 'window' || name === 'from');

/** Text with names in `{{ }}`; an unknown name is reported with a suggestion. */
export function template(options: Parameters<typeof text>[0] = {}): Kind<string> {
  const plain = text(options);
  return {
    ...plain,
    name: 'query',
    read(value, path, report) {
      const read = plain.read(value, path, report);
      const problem = read === undefined ? undefined : templateProblem(read);
      if (problem === undefined) return read;
      report({ path, message: problem, on: 'value' });
      return undefined;
    },
  };
}

/** How a query language takes values from outside. */
export interface Language {
  /**
   * `before`: what stands before the value, rendered. Throws UserError where a value cannot be written safely.
   * Numbers (`window`, `from`, `to`) are not escaped.
   */
  escape(value: string, before: string): string;
  /** A duration in ms; default: whole seconds, at least one, as `60s`. */
  window?(ms: number): string;
}

/** What a query is rendered for. Of a series each point has a window of its own: the step. */
export interface Asked
  extends Pick<Question, 'side' | 'from' | 'to' | 'candidate' | 'baseline'>,
    Partial<Pick<Question, 'shape' | 'step'>> {
  readonly app: string;
  readonly environment: string;
}

/** A query names the baseline, and nothing is live beside the candidate. Told as no data. */
export class NoBaseline extends UserError {}

/**
 * The query as it is sent. `from` and `to` are whole seconds since 1970, so that windows that follow one
 * another share their edge.
 */
export function render(template: string, asked: Asked, language: Language): string {
  let rendered = '';
  let end = 0;
  for (const match of template.matchAll(PLACE)) {
    const [whole, name = ''] = match;
    rendered += template.slice(end, match.index);
    const value = valueAt(name, asked, language);
    rendered += typeof value === 'number' ? value : (value.raw ?? language.escape(value.text, rendered));
    end = match.index + whole.length;
  }
  return rendered + template.slice(end);
}

function valueAt(
  name: string,
  asked: Asked,
  language: Language,
): number | { readonly text: string; readonly raw?: string } {
  const whole = asked.to - asked.from;
  const ms = asked.shape === 'series' ? Math.min(asked.step ?? whole, whole) : whole;
  const seconds = `${Math.max(1, Math.round(ms / 1_000))}s`;
  if (name === 'from' || name === 'to') return Math.round(asked[name] / 1_000);
  if (name === 'window') return { text: '', raw: language.window?.(ms) ?? seconds };
  if (name === 'app' || name === 'environment' || name === 'side') return { text: asked[name] };
  const [first = '', second] = name.split('.');
  const side = second === undefined ? asked.side : first === 'candidate' ? 'candidate' : 'baseline';
  const key = OF_SUBJECT.find((one) => one === (second ?? first));
  if (!key) throw new UserError(templateProblem(`{{ ${name} }}`) ?? `unknown name {{ ${name} }}`);
  const subject = asked[side];
  if (!subject)
    throw new NoBaseline(`the query names {{ ${name} }}, and nothing is live beside the candidate`);
  return { text: subject[key] };
}

/**
 * What a query tells the two releases apart by, when that is equal: a release of the same version with another
 * configuration. `query`: as its kind has read it; every text in it counts. undefined: nothing is wrong.
 */
export function sameForBoth(
  query: unknown,
  { candidate, baseline }: Pick<Question, 'candidate' | 'baseline'>,
): string | undefined {
  const names = new Set(textsIn(query).flatMap(namesIn));
  const own = OF_SUBJECT.filter((name) => names.has(name));
  if (!baseline || own.length === 0 || names.has('side')) return undefined;
  if (own.some((name) => candidate[name] !== baseline[name])) return undefined;
  const equal = own.map((name) => `{{ ${name} }}`).join(' and ');
  return `${equal} is the same for candidate and baseline, so the query is too: use {{ revision }} or {{ digest }}`;
}

function textsIn(query: unknown): string[] {
  if (typeof query === 'string') return [query];
  return typeof query === 'object' && query !== null ? Object.values(query).flatMap(textsIn) : [];
}
