import type { KubernetesObject } from './cluster.ts';
import { architecture } from './images.ts';

interface Web {
  readonly replicas?: number;
  /** What the readiness probe asks for; default `/`. */
  readonly ready?: string;
  /** Of the pods, beside `app`. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A Deployment of one container called `web` on port 8080; its pods have the label `app`. */
export function deployment(name: string, image: string, { replicas = 1, ready = '/', labels }: Web = {}) {
  const probe = { httpGet: { path: ready, port: 8080 }, periodSeconds: 1 };
  const container = { name: 'web', image, ports: [{ containerPort: 8080 }], readinessProbe: probe };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name, ...labels } },
        spec: podSpec(container),
      },
    },
  } satisfies KubernetesObject;
}

/** A Service on port 80 for the pods with these labels. */
export function service(name: string, selector: Readonly<Record<string, string>>): KubernetesObject {
  const spec = { selector, ports: [{ port: 80, targetPort: 8080 }] };
  return { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec };
}

export function job(name: string, image: string, command: readonly string[]): KubernetesObject {
  const container = { name: 'job', image, command };
  const template = { spec: { ...podSpec(container), restartPolicy: 'Never' } };
  return { apiVersion: 'batch/v1', kind: 'Job', metadata: { name }, spec: { backoffLimit: 0, template } };
}

/** A pod as also a cluster with the policy `restricted`, quotas and nodes of several architectures runs it. */
function podSpec(container: object): object {
  const securityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
  const resources = { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } };
  return {
    containers: [{ ...container, securityContext, resources }],
    securityContext: { runAsNonRoot: true, runAsUser: 65_534, seccompProfile: { type: 'RuntimeDefault' } },
    nodeSelector: { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': architecture },
    // Busybox does not heed SIGTERM as a container's first process; nobody waits for it.
    terminationGracePeriodSeconds: 1,
  };
}
