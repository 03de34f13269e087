import type { Change } from './types.ts';

/**
 * The change with its secrets hidden: an error that stopped a rollout may quote one. Of the state only text
 * that people read (it has blanks) is touched; programs compare the rest, and the owner of the lease.
 */
export function withoutSecrets(
  change: Change | undefined,
  redact: ((text: string) => string) | undefined,
): Change | undefined {
  if (!change || !redact) return change;
  const { lease, ...facts } = change.state;
  const read = (text: string) => (/\s/.test(text) ? redact(text) : text);
  const state = mapTexts(facts, read) as Change['state'];
  return {
    event: mapTexts(change.event, redact) as Change['event'],
    state: 'lease' in change.state ? { ...state, lease } : state,
  };
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapTexts(entry, change)]));
}
