import { didYouMean, type Problem } from '@fairway/schema';
import { environmentsOf, items, mapping } from './raw.ts';

/** Channels that are told of environments that do not exist would never be told anything. */
export function notifyProblems(document: unknown): Problem[] {
  const known = environmentsOf(document).map(([name]) => name);
  const channels = Object.entries(mapping(mapping(document)?.notify) ?? {});
  return channels.flatMap(([channel, raw]) =>
    items(mapping(raw)?.environments).flatMap((name, i): Problem[] => {
      if (typeof name !== 'string' || known.includes(name)) return [];
      const path = ['notify', channel, 'environments', i];
      return [
        { path, message: `no environment is called "${name}".${didYouMean(name, known)}`, on: 'value' },
      ];
    }),
  );
}
