import type { Platform } from './types.ts';

/** `linux/arm64/v8` -> its parts; the text was checked by the kind. */
export function parsePlatform(text: string): Platform {
  const [os = '', architecture = '', variant] = text.split('/');
  return { architecture, os, ...(variant ? { variant } : {}) };
}
