import type { Platform } from './types.ts';

/** `linux/arm64/v8` -> its parts; the text was checked by the kind. */
export function parsePlatform(text: string): Platform {
  const [os = '', architecture = '', variant] = text.split('/');
  return { architecture, os, ...(variant ? { variant } : {}) };
}

/** `linux/arm64/v8`. */
export function showPlatform({ os, architecture, variant }: Platform): string {
  return [os, architecture, ...(variant ? [variant] : [])].join('/');
}

/** What an architecture means without a variant. */
const VARIANTS: Readonly<Record<string, string>> = { amd64: 'v1', arm: 'v7', arm64: 'v8' };

/** Whether both name the same platform; `linux/arm64` and `linux/arm64/v8` do. */
export function samePlatform(a: Platform, b: Platform): boolean {
  const variant = (platform: Platform) => platform.variant || VARIANTS[platform.architecture] || '';
  return a.os === b.os && a.architecture === b.architecture && variant(a) === variant(b);
}
