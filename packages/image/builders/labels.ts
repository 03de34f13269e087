import { annotationsOf, sorted } from '../assemble/config.ts';
import type { BuildRequest } from './types.ts';

/** `--label` of each label: those of the section and those of the identity, which win. */
export function labelArguments({ build, identity }: BuildRequest): string[] {
  const labels = sorted({ ...build.labels, ...annotationsOf(identity) });
  return Object.entries(labels).flatMap(([key, value]) => ['--label', `${key}=${value}`]);
}
