import { assembleImage } from '../assemble/index.ts';
import type { Builder } from './types.ts';

export const assemble: Builder = {
  name: 'assemble',
  missing: async () => undefined,
  async build({ context, build, identity, store, base }, { signal }) {
    const assembled = assembleImage(context, build, identity, store, signal, base);
    const { layers, ...image } = await assembled.catch((error: unknown) => {
      // A stream that is ended says only that it was; the signal says why.
      throw signal.aborted ? signal.reason : error;
    });
    return {
      ...image,
      layers: layers.map(({ from, to, ...layer }) => ({ what: `${from} -> ${to}`, ...layer })),
    };
  },
};
