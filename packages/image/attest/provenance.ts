import { type Ports, RemoteError, UserError } from '@fairway/runtime';
import { imagePurl, isoTime } from '@fairway/scan/sbom';

export const PREDICATE = 'https://slsa.dev/provenance/v1';
const STATEMENT = 'https://in-toto.io/Statement/v1';
const HOME = 'https://github.com/fairway-ci/fairway';
export const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
export const IN_TOTO = 'application/vnd.in-toto+json';

/** What an image was made from and how; facts that the build knows. */
export interface BuildFacts {
  /** `assemble`, `buildx`, `buildah`. */
  readonly builder: string;
  /** Full commit id. */
  readonly revision: string;
  /** Web page of the repository. */
  readonly source?: string;
  /** Images it was built on, by digest. */
  readonly bases?: readonly { readonly name: string; readonly digest: string }[];
  /** Inputs that change the image. Never secrets. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Seconds since 1970. */
  readonly startedOn?: number;
  readonly finishedOn?: number;
}

export interface Subject {
  readonly name: string;
  readonly digest: Readonly<Record<string, string>>;
}

export interface Predicate {
  readonly buildDefinition: Readonly<Record<string, unknown>>;
  readonly runDetails: Readonly<Record<string, unknown>>;
}

/** A provenance, ready to be attached. */
export interface Provenance {
  readonly signed: boolean;
  readonly artifactType: string;
  readonly title: string;
  readonly bytes: Buffer;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Signs a statement and publishes it; returns the Sigstore bundle. The default is the platform's. */
export type Sign = (subjects: readonly Subject[], predicate: Predicate) => Promise<object>;

/** SLSA provenance v1 of these subjects, as this run knows it. */
export function predicateOf(facts: BuildFacts, { context }: Pick<Ports, 'context'>): Predicate {
  const { repository, serverUrl, workflowRef, ref, runUrl, runAttempt, event } = context;
  const home = repository && serverUrl ? `${serverUrl}/${repository.owner}/${repository.repo}` : undefined;
  const onPlatform = home !== undefined && workflowRef !== undefined;
  const source = facts.source ?? home;
  const build = { builder: facts.builder, ...facts.parameters };
  const path = workflowRef?.split('@')[0]?.split('/').slice(2).join('/');
  return {
    buildDefinition: {
      buildType: onPlatform
        ? 'https://actions.github.io/buildtypes/workflow/v1'
        : `${HOME}/buildtypes/local/v1`,
      // The platform's build type allows no further external parameters: verifiers refuse what they do not know.
      externalParameters: onPlatform ? { workflow: { ref: ref ?? '', repository: home, path } } : { build },
      internalParameters: onPlatform ? { github: { event_name: event?.name ?? '' }, build } : {},
      resolvedDependencies: [
        {
          ...(source ? { uri: `git+${source}${ref ? `@${ref}` : ''}` } : {}),
          digest: { gitCommit: facts.revision },
        },
        ...baseDependencies(facts),
      ],
    },
    runDetails: {
      builder: { id: onPlatform ? `${serverUrl}/${workflowRef}` : `${HOME}/builders/local` },
      metadata: {
        ...(runUrl ? { invocationId: `${runUrl}/attempts/${runAttempt}` } : {}),
        ...(facts.startedOn === undefined ? {} : { startedOn: isoTime(facts.startedOn) }),
        ...(facts.finishedOn === undefined ? {} : { finishedOn: isoTime(facts.finishedOn) }),
      },
    },
  };
}

const baseDependencies = ({ bases = [] }: BuildFacts) =>
  bases.map(({ name, digest }) => ({
    uri: imagePurl({ name, digest, repository: name }),
    digest: { sha256: digest.slice('sha256:'.length) },
  }));

/** Nobody vouches for it but who can write to the repository; it says so in its name. */
export function unsignedProvenance(subjects: readonly Subject[], predicate: Predicate): Provenance {
  const statement = { _type: STATEMENT, subject: subjects, predicateType: PREDICATE, predicate };
  return {
    signed: false,
    artifactType: IN_TOTO,
    title: 'provenance.unsigned.intoto.json',
    bytes: Buffer.from(JSON.stringify(statement)),
    annotations: { 'in-toto.io/predicate-type': PREDICATE },
  };
}

/** Throws RemoteError with what the workflow has to allow. */
export async function signedProvenance(
  subjects: readonly Subject[],
  predicate: Predicate,
  sign: Sign,
): Promise<Provenance> {
  let bundle: object;
  try {
    bundle = await sign(subjects, predicate);
  } catch (cause) {
    throw new RemoteError(`the provenance could not be signed: ${(cause as Error).message}`, {
      mend: 'give the job the permissions "id-token: write" and "attestations: write", and see the status page of Sigstore',
      cause,
    });
  }
  return {
    signed: true,
    artifactType: BUNDLE,
    title: 'provenance.sigstore.json',
    bytes: Buffer.from(JSON.stringify(bundle)),
    // As the platform's own tools write and look for them.
    annotations: {
      'dev.sigstore.bundle.content': 'dsse-envelope',
      'dev.sigstore.bundle.predicateType': PREDICATE,
    },
  };
}

/**
 * Signs by Sigstore with the job's identity and publishes it in the repository's attestations. What the
 * identity token says about the run replaces what the environment says.
 */
export function platformSigner(token: string | undefined): Sign {
  return async (subjects, predicate) => {
    if (!token) throw new UserError('a token is needed to publish it');
    const { attest, buildSLSAProvenancePredicate } = await import('@actions/attest');
    const { params } = await buildSLSAProvenancePredicate();
    const { bundle } = await attest({
      subjects: subjects.map(({ name, digest }) => ({ name, digest })),
      predicateType: PREDICATE,
      predicate: joined(params as Predicate, predicate),
      token,
    });
    return bundle;
  };
}

/** The platform's word, and the dependencies and times that only the build knows. */
export function joined(platform: Predicate, ours: Predicate): Predicate {
  const theirs = platform.buildDefinition;
  const list = (definition: Predicate['buildDefinition']) =>
    (definition.resolvedDependencies ?? []) as readonly { uri?: string }[];
  const metadata = (predicate: Predicate) => predicate.runDetails.metadata as object | undefined;
  const added = list(ours.buildDefinition).filter(({ uri }) => uri?.startsWith('pkg:oci/'));
  return {
    buildDefinition: {
      ...theirs,
      internalParameters: {
        ...(ours.buildDefinition.internalParameters as object),
        ...(theirs.internalParameters as object),
      },
      resolvedDependencies: [...list(theirs), ...added],
    },
    runDetails: { ...platform.runDetails, metadata: { ...metadata(ours), ...metadata(platform) } },
  };
}
