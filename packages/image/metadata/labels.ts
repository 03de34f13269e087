import type { ImageIdentity } from '../assemble/index.ts';

const OCI = 'org.opencontainers.image.';

export interface Named {
  readonly identity: ImageIdentity;
  /** Labels that are no annotations: those without a meaning in OCI. */
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Sorts the labels of the config: OCI's become annotations of the manifest and labels of the config alike
 * (title and source take the place of our own), the rest only labels.
 */
export function describeImage(
  identity: ImageIdentity,
  labels: Readonly<Record<string, string>>,
  licenses?: string,
): Named {
  const given = Object.entries(labels);
  const oci = Object.fromEntries(given.filter(([key]) => key.startsWith(OCI)));
  const { [`${OCI}title`]: title, [`${OCI}source`]: source, ...others } = oci;
  return {
    identity: {
      ...identity,
      ...(title === undefined ? {} : { title }),
      ...(source === undefined ? {} : { source }),
      annotations: {
        ...identity.annotations,
        ...(licenses ? { [`${OCI}licenses`]: licenses } : {}),
        ...others,
      },
    },
    labels: Object.fromEntries(given.filter(([key]) => !key.startsWith(OCI))),
  };
}

/** The SPDX expression of a package.json; undefined without one. */
export function licenseOf(packageJson: string | undefined): string | undefined {
  if (packageJson === undefined) return undefined;
  try {
    const { license } = JSON.parse(packageJson) as { license?: unknown };
    return typeof license === 'string' && license !== 'UNLICENSED' && !/^SEE /i.test(license)
      ? license
      : undefined;
  } catch {
    // The app's own tools tell what is wrong with it.
    return undefined;
  }
}
