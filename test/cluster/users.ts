import { writeFile } from 'node:fs/promises';
import type { KubernetesObject } from './cluster.ts';

export interface Permission {
  /** The rules hold there; without it everywhere. */
  readonly namespace?: string;
  /** As in a Role. */
  readonly rules: readonly {
    readonly apiGroups: readonly string[];
    readonly resources: readonly string[];
    readonly verbs: readonly string[];
    readonly resourceNames?: readonly string[];
  }[];
}

const API = 'rbac.authorization.k8s.io';

/** A role with the rules, bound to the subject. */
export function bind(name: string, subject: object, { namespace, rules }: Permission): KubernetesObject[] {
  const kind = namespace === undefined ? 'ClusterRole' : 'Role';
  const metadata = { name: `test-${name}`, ...(namespace === undefined ? {} : { namespace }) };
  const apiVersion = `${API}/v1`;
  const roleRef = { apiGroup: API, kind, name: metadata.name };
  return [
    { apiVersion, kind, metadata, rules },
    { apiVersion, kind: `${kind}Binding`, metadata, roleRef, subjects: [subject] },
  ];
}

/** Writes a kubeconfig of one context; YAML holds JSON. */
export async function writeKubeconfig(
  path: string,
  cluster: object,
  user: object,
  namespace = 'default',
): Promise<void> {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster }],
    users: [{ name: 'test', user }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'test', namespace } }],
    'current-context': 'test',
  };
  await writeFile(path, JSON.stringify(config, null, 2), { mode: 0o600 });
}

/** The one cluster of `kubectl config view --raw --minify -o json`. */
export function clusterOf(view: string): object {
  const cluster: unknown = JSON.parse(view).clusters?.[0]?.cluster;
  if (typeof cluster !== 'object' || cluster === null) throw new Error('the kubeconfig names no cluster');
  return cluster;
}
