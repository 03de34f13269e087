import type { EngineConfig, EngineName, StoreConfig, StoreName } from './kinds.ts';
import { sqlite } from './sqlite/index.ts';
import { folder } from './stores/folder/index.ts';
import type { Engine, Place, Source, Store } from './types.ts';

/** Engines by name; keys equal the folders of this package. */
export const engines: { [K in EngineName]: Engine<Extract<EngineConfig, { type: K }>['config']> } = {
  sqlite,
};

/** Stores by name; keys equal the folders of `stores/`. */
export const stores: { [K in StoreName]: (config: Extract<StoreConfig, { type: K }>['config']) => Store } = {
  folder,
};

export const openSource = ({ type, config }: EngineConfig, place: Place): Source =>
  engines[type].open(config, place);

export const openStore = ({ type, config }: StoreConfig): Store => stores[type](config);
