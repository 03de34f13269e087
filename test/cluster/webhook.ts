import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { makeCertificate } from '../support/registry.ts';
import type { KubernetesObject } from './cluster.ts';

export interface Webhook {
  /** To apply; it holds for new objects of the resource that have the label `deny: yes`. */
  readonly configuration: KubernetesObject;
  close(): void;
}

/** A server of the test that denies with this message; the API server of a cluster of our own asks it. */
export async function denyingWebhook(folder: string, resource: string, message: string): Promise<Webhook> {
  await makeCertificate(folder);
  const file = (name: string) => readFile(join(folder, name));
  const identity = { cert: await file('cert.pem'), key: await file('key.pem') };
  const server = createServer(identity, (request, answer) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const response = { uid: JSON.parse(body).request.uid, allowed: false, status: { message } };
      answer.setHeader('content-type', 'application/json');
      answer.end(JSON.stringify({ apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', response }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  const hook = {
    name: 'deny.fairway.test',
    clientConfig: {
      url: `https://127.0.0.1:${address.port}/`,
      caBundle: (await file('ca.pem')).toString('base64'),
    },
    rules: [
      { apiGroups: ['*'], apiVersions: ['*'], resources: [resource], operations: ['CREATE', 'UPDATE'] },
    ],
    objectSelector: { matchLabels: { deny: 'yes' } },
    sideEffects: 'None',
    admissionReviewVersions: ['v1'],
  };
  return {
    configuration: {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: { name: `deny-${resource}` },
      webhooks: [hook],
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
