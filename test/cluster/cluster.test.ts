import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lane } from '../support/lanes.ts';
import { clusterForTests, hasCluster, type TestCluster } from './for-tests.ts';
import { deployment, job, service } from './objects.ts';
import { until } from './programs.ts';
import { programsIn, tracesOf } from './traces.ts';
import { denyingWebhook } from './webhook.ts';

const PATIENCE = 60_000;
const foreign = Boolean(process.env.FAIRWAY_E2E_KUBECONFIG);

lane('kubernetes', hasCluster, () => {
  let cluster: TestCluster;
  let stopped = false;

  beforeAll(async () => {
    cluster = await clusterForTests();
  }, 2 * PATIENCE);

  afterAll(async () => {
    if (!stopped) await cluster?.stop();
  }, 2 * PATIENCE);

  const own = () => {
    if (!cluster.own) throw new Error('this needs a cluster of our own');
    return cluster.own;
  };
  const field = (object: string, path: string) =>
    cluster.kubectl('get', ...object.split(' '), '-o', `jsonpath={${path}}`);

  test('a deployment by digest becomes ready and serves that digest', { timeout: PATIENCE }, async () => {
    const image = await cluster.webImage('web', 'hello');
    await cluster.apply(deployment('web', image, { replicas: 2 }));
    await cluster.kubectl('rollout', 'status', 'deployment/web', '--timeout=50s');
    const digest = image.split('@')[1] ?? '';
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    const running = await field('pods -l app=web', '.items[*].status.containerStatuses[0].imageID');
    expect(running.split(' ').map((id) => id.split('@')[1])).toEqual([digest, digest]);
    const pod = await field('pods -l app=web', '.items[0].metadata.name');
    const proxy = `/api/v1/namespaces/${cluster.namespace}/pods/${pod}:8080/proxy/`;
    expect(await cluster.kubectl('get', '--raw', proxy)).toBe('hello');
  });

  test('the API server refuses a field that another manager owns', async () => {
    const config = (value: string) =>
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'shared' },
        data: { key: value },
      });
    const folder = await mkdtemp(join(tmpdir(), 'fw-apply-'));
    const apply = async (value: string, manager: string) => {
      await writeFile(join(folder, value), config(value));
      const how = ['--server-side', `--field-manager=${manager}`];
      return cluster.kubectl('apply', ...how, '-f', join(folder, value));
    };
    await apply('first', 'one');
    await expect(apply('second', 'two')).rejects.toThrow(/conflict with "one".*\.data\.key/s);
    expect(await field('configmap shared', '.data.key')).toBe('first');
  });

  test('a job runs, and its logs can be read', { timeout: PATIENCE }, async () => {
    const image = await cluster.webImage('migrate', 'unused');
    await cluster.apply(
      job('good', image, ['echo', 'migrated']),
      job('bad', image, ['sh', '-c', 'echo no; exit 3']),
    );
    await cluster.kubectl('wait', '--for=condition=Complete', 'job/good', '--timeout=50s');
    await cluster.kubectl('wait', '--for=condition=Failed', 'job/bad', '--timeout=50s');
    expect(await cluster.kubectl('logs', 'job/good')).toBe('migrated');
    expect(await cluster.kubectl('logs', 'job/bad')).toBe('no');
    const ended = await field(
      'pods -l job-name=bad',
      '.items[0].status.containerStatuses[0].state.terminated.exitCode',
    );
    expect(ended).toBe('3');
  });

  test('a pod says why its image cannot be had', { timeout: PATIENCE }, async () => {
    const image = await cluster.webImage('present', 'here');
    const absent = image.replace(/sha256:.*/, `sha256:${'0'.repeat(64)}`);
    await cluster.apply(deployment('absent', absent));
    const waiting = '.items[0].status.containerStatuses[0].state.waiting';
    await until('the reason', 50, async () => {
      const why = await field('pods -l app=absent', waiting);
      return /"reason":"(ErrImagePull|ImagePullBackOff)"/.test(why) && why.includes('not found');
    });
  });

  test('a token gives the rights of its rules and no others', async () => {
    const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }];
    const kubeconfig = await cluster.addToken('reader', rules);
    const as = (...args: string[]) => cluster.kubectl('--kubeconfig', kubeconfig, ...args);
    await as('get', 'pods');
    await expect(as('get', 'secrets')).rejects.toThrow(/Forbidden.*cannot list resource "secrets"/);
    await expect(as('delete', 'pod', 'any')).rejects.toThrow(/cannot delete resource "pods"/);
  });

  test('a quota refuses what is too much', async () => {
    const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'few' } };
    await cluster.apply({ ...quota, spec: { hard: { 'count/secrets': '1' } } });
    const secret = (name: string) => cluster.kubectl('create', 'secret', 'generic', name);
    // The quota holds once its controller has counted.
    await until('the first count', 20, async () => (await field('resourcequota few', '.status.used')) !== '');
    await secret('first');
    await expect(secret('second')).rejects.toThrow(/exceeded quota: few/);
  });

  test.skipIf(foreign)('users by certificate, and a token that has expired', async () => {
    const rules = [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['list'] }];
    const { namespace } = cluster;
    const user = await own().addUser('jane', { namespace, rules });
    await cluster.kubectl('--kubeconfig', user, 'get', 'deployments');
    const denied = cluster.kubectl('--kubeconfig', user, 'get', 'pods');
    await expect(denied).rejects.toThrow(/User "jane" cannot list resource "pods"/);
    const fresh = await own().addToken('fresh', { namespace, rules });
    await cluster.kubectl('--kubeconfig', fresh, 'get', 'deployments');
    const expired = await own().addToken('old', { namespace, rules }, { expired: true });
    const late = cluster.kubectl('--kubeconfig', expired, 'get', 'deployments');
    await expect(late).rejects.toThrow(/Unauthorized|must be logged in/);
  });

  test.skipIf(foreign)('a service spreads over ready pods alone', { timeout: PATIENCE }, async () => {
    const labels = { tier: 'shop' };
    const good = deployment('good', await cluster.webImage('good', 'good'), { replicas: 2, labels });
    const slow = deployment('slow', await cluster.webImage('slow', 'slow'), { ready: '/missing', labels });
    await cluster.apply(good, slow, service('shop', labels));
    await cluster.kubectl('rollout', 'status', 'deployment/good', '--timeout=50s');
    await cluster.kubectl(
      'wait',
      '--for=jsonpath={.status.phase}=Running',
      'pod',
      '-l',
      'app=slow',
      '--timeout=50s',
    );
    const url = `http://${await field('service shop', '.spec.clusterIP')}/`;
    await until('the service', 10, async () => (await fetch(url)).ok);
    for (let count = 0; count < 30; count++) {
      const response = await fetch(url, { headers: { connection: 'close' } });
      expect(await response.text()).toBe('good');
    }
  });

  test.skipIf(foreign)(
    'pods go on serving while kubelet and containerd are dead',
    { timeout: PATIENCE },
    async () => {
      const { node } = own();
      await cluster.apply(service('web', { app: 'web' }));
      const url = `http://${await field('service web', '.spec.clusterIP')}/`;
      const page = async () => (await fetch(url, { headers: { connection: 'close' } })).text();
      await until('the service', 10, async () => (await page()) === 'hello');
      for (const name of ['kubelet', 'containerd']) await node.killServer(name);
      expect(await page()).toBe('hello');
      for (const name of ['containerd', 'kubelet']) await node.restartServer(name);
      await cluster.kubectl('delete', 'pod', '-l', 'app=web', '--wait=false');
      await cluster.kubectl('rollout', 'status', 'deployment/web', '--timeout=50s');
      await until('new pods', 10, async () => (await page()) === 'hello');
      expect(await field('pods -l app=web', '.items[*].status.containerStatuses[0].restartCount')).toMatch(
        /0 0$/,
      );
    },
  );

  test.skipIf(foreign)('a webhook of the test denies', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fw-webhook-'));
    const webhook = await denyingWebhook(folder, 'configmaps', 'not on a Friday');
    const metadata = { name: 'denied', labels: { deny: 'yes' } };
    try {
      await own().apply(webhook.configuration);
      await until('the webhook', 20, async () => {
        const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata };
        const refusal = await cluster.apply(object).then(() => '', String);
        return /denied the request: not on a Friday/.test(refusal);
      });
    } finally {
      webhook.close();
    }
  });

  test.skipIf(foreign)('kinds of the Gateway API and of Istio', { timeout: PATIENCE }, async () => {
    await own().applyCrds('gateway-api');
    await own().applyCrds('istio');
    const kinds = await cluster.kubectl('api-resources', '--no-headers', '-o', 'name');
    for (const group of ['gateway.networking.k8s.io', 'networking.istio.io']) expect(kinds).toContain(group);
    const bad = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata: { name: 'bad' } };
    const rules = [{ backendRefs: [{ name: 'web', port: 80, weight: -1 }] }];
    await expect(cluster.apply({ ...bad, spec: { rules } })).rejects.toThrow(
      /weight.*greater than or equal to 0/s,
    );
  });

  test.skipIf(foreign)(
    'a second one beside it, whose test is killed, leaves nothing running',
    { timeout: 2 * PATIENCE },
    async () => {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'killed.ts')], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const line = await new Promise<string>((resolve) =>
        child.stdout.setEncoding('utf8').once('data', resolve),
      );
      const { folder, link, kubeconfig, registry } = JSON.parse(line);
      expect(
        await cluster.kubectl('--kubeconfig', kubeconfig, 'get', 'namespaces', '-o', 'name'),
      ).not.toContain(cluster.namespace);
      expect(programsIn(folder)).toContain('kubelet');
      expect(programsIn(registry)).toContain('docker-registry');
      child.kill('SIGKILL');
      await until(
        'the end of all processes',
        20,
        async () => ![folder, registry].some((at) => programsIn(at).length),
      );
      await until('the end of the interface', 20, async () => !existsSync(`/sys/class/net/${link}`));
      // The first one is none the worse for it.
      expect(await field('deployment web', '.status.readyReplicas')).toBe('2');
    },
  );

  test.skipIf(foreign)(
    'stop leaves no process, mount, interface, group or file',
    { timeout: PATIENCE },
    async () => {
      const { folder, node, registry } = own();
      expect(programsIn(folder)).toContain('kubelet');
      stopped = true;
      await cluster.stop();
      expect(tracesOf(folder, registry.folder, node.slot.link, node.slot.cgroup)).toEqual([]);
    },
  );
});
