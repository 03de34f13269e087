import { existsSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { blobPath, digestOf, type Exchange, type Manifest, Refusal, type Storage } from './storage.ts';

interface Descriptor {
  digest: string;
}

/** The parts of a manifest or index that the registry looks at. */
interface Document {
  artifactType?: string;
  annotations?: Record<string, string>;
  config?: Descriptor & { mediaType: string };
  layers?: Descriptor[];
  manifests?: Descriptor[];
  subject?: Descriptor;
}

export async function answerManifest(exchange: Exchange): Promise<void> {
  const { storage, request, response, repository, name } = exchange;
  if (request.method === 'PUT') return receive(exchange);
  const digest = name.includes(':') ? name : storage.tags.get(`${repository}:${name}`);
  const manifest = storage.manifests.get(`${repository}@${digest}`);
  if (!manifest || !digest) throw new Refusal(404, 'MANIFEST_UNKNOWN', `no manifest ${repository} ${name}`);
  response.writeHead(200, {
    'content-type': manifest.mediaType,
    'content-length': manifest.bytes.length,
    'docker-content-digest': digest,
  });
  response.end(request.method === 'HEAD' ? undefined : manifest.bytes);
}

/** Refuses a manifest whose parts are not there, as real registries do: blobs come first. */
async function receive({ storage, request, response, repository, name }: Exchange): Promise<void> {
  const bytes = await buffer(request);
  const digest = digestOf(bytes);
  if (name.includes(':') && name !== digest) throw new Refusal(400, 'DIGEST_INVALID', `this is ${digest}`);
  const document = parse(bytes);
  requireParts(storage, repository, document);
  storage.manifests.set(`${repository}@${digest}`, {
    bytes,
    mediaType: request.headers['content-type'] ?? '',
  });
  if (!name.includes(':')) storage.tags.set(`${repository}:${name}`, digest);
  response.writeHead(201, {
    location: `/v2/${repository}/manifests/${digest}`,
    'docker-content-digest': digest,
    ...(document.subject ? { 'oci-subject': document.subject.digest } : {}),
  });
  response.end();
}

function requireParts(storage: Storage, repository: string, { config, layers, manifests }: Document): void {
  for (const blob of [...(config ? [config] : []), ...(layers ?? [])]) {
    if (existsSync(blobPath(storage, blob.digest))) continue;
    throw new Refusal(400, 'MANIFEST_BLOB_UNKNOWN', `no blob ${blob.digest}`);
  }
  for (const { digest } of manifests ?? []) {
    if (storage.manifests.has(`${repository}@${digest}`)) continue;
    throw new Refusal(400, 'MANIFEST_BLOB_UNKNOWN', `no manifest ${digest}`);
  }
}

function parse(bytes: Buffer): Document {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Refusal(400, 'MANIFEST_INVALID', 'a manifest is JSON');
  }
}

export async function answerTags({ storage, response, repository }: Exchange): Promise<void> {
  const start = `${repository}:`;
  const tags = [...storage.tags.keys()]
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length));
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ name: repository, tags: tags.sort() }));
}

export async function answerReferrers({ storage, response, repository, name, url }: Exchange): Promise<void> {
  const wanted = url.searchParams.get('artifactType');
  const found = [...storage.manifests]
    .filter(([key]) => key.startsWith(`${repository}@`))
    .map(([key, manifest]) => ({ key, manifest, document: parse(manifest.bytes) }))
    .filter(({ document }) => document.subject?.digest === name)
    .map(({ key, manifest, document }) => descriptor(key, manifest, document))
    .filter(({ artifactType }) => !wanted || artifactType === wanted);
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  response.writeHead(200, {
    'content-type': mediaType,
    ...(wanted ? { 'oci-filters-applied': 'artifactType' } : {}),
  });
  response.end(JSON.stringify({ schemaVersion: 2, mediaType, manifests: found }));
}

function descriptor(key: string, { bytes, mediaType }: Manifest, document: Document) {
  return {
    mediaType,
    digest: key.slice(key.indexOf('@') + 1),
    size: bytes.length,
    artifactType: document.artifactType ?? document.config?.mediaType,
    ...(document.annotations ? { annotations: document.annotations } : {}),
  };
}
