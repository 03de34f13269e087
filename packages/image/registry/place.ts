import { UserError } from '@fairway/runtime';

/** Where a repository lives. */
export interface Place {
  /** As in a reference: `ghcr.io/acme/storefront`. */
  readonly repository: string;
  /** Host and port that answer: `registry-1.docker.io` for Docker Hub. */
  readonly host: string;
  /** Path of the repository in the registry: `acme/storefront`. */
  readonly name: string;
  readonly loopback: boolean;
}

const NAME = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;
const HOST = /^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)(:[0-9]{1,5})?$/;
const DOCKER_HUB = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);

/** Reads `[host[:port]/]path`; without a host it is Docker Hub's, as in Docker. Throws UserError. */
export function parsePlace(repository: string): Place {
  const slash = repository.indexOf('/');
  const first = repository.slice(0, Math.max(slash, 0));
  const hasHost = /[.:]/.test(first) || first === 'localhost';
  const host = hasHost ? first : 'docker.io';
  const path = hasHost ? repository.slice(slash + 1) : repository;
  if (!HOST.test(host) || !NAME.test(path) || path.length > 255) {
    throw new UserError(`"${repository}" is not the name of a repository`, {
      mend: 'write registry/path in lower case, without a tag or digest, such as ghcr.io/acme/storefront',
    });
  }
  if (!DOCKER_HUB.has(host)) return { repository, host, name: path, loopback: isLoopback(host) };
  const name = path.includes('/') ? path : `library/${path}`;
  return { repository: `docker.io/${name}`, host: 'registry-1.docker.io', name, loopback: false };
}

function isLoopback(host: string): boolean {
  const name = host.replace(/:[0-9]+$/, '').toLowerCase();
  return name === 'localhost' || name === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(name);
}

/** The names under which Docker and Podman keep credentials of this place, the most exact first. */
export function credentialKeys({ host, name }: Place): string[] {
  const hub = ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io'];
  const hosts = host === 'registry-1.docker.io' ? [...hub, host] : [host];
  const parts = name.split('/');
  const paths = parts.map((_, i) => `/${parts.slice(0, parts.length - i).join('/')}`);
  return [
    ...hosts.flatMap((each) => paths.map((path) => `${each}${path}`)),
    ...hosts.flatMap((each) => [each, `https://${each}`, `https://${each}/`]),
    ...hosts.flatMap((each) => [`https://${each}/v1/`, `https://${each}/v2/`]),
  ];
}
