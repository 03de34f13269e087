import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger, type Release } from '@fairway/ledger';
import {
  context,
  describeError,
  memoryLog,
  type Ports,
  Summary,
  systemClock,
  systemExec,
  systemFiles,
  systemHttp,
} from '@fairway/runtime';
import { describe, expect, it } from 'vitest';
import { makeRepository, type Repository } from '../../../test/support/repository.ts';
import { run } from './run.ts';

const CONFIG = `version: 1
app: shop
environments:
  dev: { target: { process: { port: 8081 } } }
  staging: { after: dev, target: { process: { port: 8082 } }, url: 'https://staging.example.com' }
  production:
    after: staging
    target: { process: { port: 8083 } }
    backup: { sqlite: { path: shop.db } }
    strategy: { canary: { steps: [5%], metrics: [{ name: e, process: error-rate, max: 1% }] } }
`;

function shop(config = CONFIG) {
  const repo = makeRepository();
  writeFileSync(join(repo.folder, 'fairway.yml'), config);
  repo.git('add', '.');
  repo.commit('feat: start');
  const log = memoryLog();
  const summary = new Summary();
  const ports = {
    context: context({ GITHUB_WORKSPACE: repo.folder, FAIRWAY_HOME: repo.folder }),
    exec: systemExec,
    http: systemHttp(systemClock),
    clock: systemClock,
    files: systemFiles,
    log,
    summary,
    signal: new AbortController().signal,
  } satisfies Partial<Ports>;
  const plan = async (inputs: { environments?: string[]; version?: string; revision?: string } = {}) => {
    const outputs = await run({ revision: 'HEAD', token: 't', ...inputs }, ports);
    return { ...outputs, stages: JSON.parse(outputs.stages ?? ''), plan: JSON.parse(outputs.plan ?? '') };
  };
  const live = async (environment: string, version: string, commit: string) => {
    const ledger = await openLedger({ app: 'shop', ports });
    const digest = `sha256:${'0'.repeat(64)}`;
    const release: Release = { version, commit, image: `x@${digest}`, digest };
    await ledger.append(environment, (_, { at }) => ({
      event: { type: 'rollout-succeeded', message: 'live' },
      state: { live: { ...release, revision: 'r1', at, runId: undefined, actor: 'ada' } },
    }));
  };
  return { repo, plan, live, log, summary };
}

const told = async (promise: Promise<unknown>) =>
  describeError(
    await promise.then(
      () => 'no error',
      (error: unknown) => error,
    ),
  ).text;
const head = (repo: Repository) => repo.git('rev-parse', 'HEAD');

describe('the plan', () => {
  it('works before there is any ledger', async () => {
    const { repo, plan, summary } = shop();
    const outputs = await plan();
    expect(outputs).toMatchObject({
      app: 'shop',
      version: '0.1.0',
      tag: 'v0.1.0',
      commit: head(repo),
      stageCount: '3',
      hasChanges: 'true',
      complete: 'true',
    });
    expect(outputs.stages).toEqual([
      [
        {
          environment: 'dev',
          strategy: 'blue-green',
          action: 'deploy',
          backup: false,
          url: 'http://127.0.0.1:8081',
        },
      ],
      [
        {
          environment: 'staging',
          strategy: 'blue-green',
          action: 'deploy',
          backup: false,
          url: 'https://staging.example.com',
        },
      ],
      [
        {
          environment: 'production',
          strategy: 'canary',
          action: 'canary',
          backup: true,
          url: 'http://127.0.0.1:8083',
        },
      ],
    ]);
    expect(summary.text()).toContain('| 3 | [production](http://127.0.0.1:8083) | first release: 0.1.0 |');
    expect(summary.text()).toContain('e1 --> e2');
  });

  it('says what is live and what would change', async () => {
    const { repo, plan, live, log, summary } = shop();
    repo.tag('v1.3.0');
    await live('dev', '1.3.0', head(repo));
    await live('staging', '1.3.0', head(repo));
    repo.commit('feat: a');
    repo.commit('docs: b');
    await live('dev', '1.4.0', head(repo));
    const { plan: json, hasChanges, version } = await plan();
    expect({ version, hasChanges }).toEqual({ version: '1.4.0', hasChanges: 'true' });
    expect(json.stages.flat().map((e: Record<string, unknown>) => [e.change, e.commits])).toEqual([
      ['none', { ahead: 0, behind: 0 }],
      ['update', { ahead: 2, behind: 0 }],
      ['first', null],
    ]);
    expect(log.lines).toContain('  stage 2  staging: 1.3.0 -> 1.4.0 by blue-green');
    expect(log.lines.join('\n')).toMatch(/left out .* docs: b: type "docs" makes no release/);
    expect(summary.text()).toContain('| 1.3.0 -> 1.4.0 | 2 |');
  });

  it('has no changes and asks for no backup when all is live already', async () => {
    const { repo, plan, live } = shop();
    for (const name of ['dev', 'staging', 'production']) await live(name, '0.1.0', head(repo));
    const outputs = await plan();
    expect(outputs).toMatchObject({ hasChanges: 'false', complete: 'true', stageCount: '3' });
    expect(outputs.stages[2][0].backup).toBe(false);
  });

  it('changes nothing', async () => {
    const { repo, plan } = shop();
    const before = repo.git('for-each-ref');
    await plan();
    expect(repo.git('for-each-ref')).toBe(before);
    expect(repo.git('status', '--porcelain')).toBe('');
  });

  it('takes a version and a revision', async () => {
    const { repo, plan } = shop();
    repo.commit('feat: later');
    expect(await plan({ revision: 'HEAD~1', version: '9.0.0' })).toMatchObject({
      version: '9.0.0',
      commit: repo.git('rev-parse', 'HEAD~1'),
    });
    expect(await told(plan({ version: 'nine' }))).toMatch(/"nine" is not a semantic version/);
  });
});

it('refuses a version that is on another commit, and warns of an older release', async () => {
  const { repo, plan, live, log } = shop();
  repo.commit('feat: a');
  repo.commit('feat: b');
  await live('dev', '0.1.0', head(repo));
  await plan({ revision: 'HEAD~1', environments: ['dev'] });
  expect(log.lines).toContain('warning: dev: leaves out 1 commit of 0.1.0, which is live');
  repo.tag('v0.1.0');
  expect(await told(plan({ revision: 'HEAD~1' }))).toMatch(/0\.1\.0 is taken: tag v0\.1\.0 stands on commit/);
  expect(await plan()).toMatchObject({ version: '0.1.0' });
});

describe('chosen environments', () => {
  it('leave out the others and no stage is empty', async () => {
    const { repo, plan, live } = shop();
    await live('staging', '0.1.0', head(repo));
    const outputs = await plan({ environments: ['production'] });
    expect(outputs).toMatchObject({ stageCount: '1', complete: 'false' });
    expect(outputs.stages[0][0].environment).toBe('production');
    expect((await plan({ environments: ['staging', 'dev'] })).stageCount).toBe('2');
  });

  it('need what they come after', async () => {
    const { repo, plan, live } = shop();
    expect(await told(plan({ environments: ['staging', 'production'] }))).toMatch(
      /"staging" comes after "dev", which has no release, not 0\.1\.0/,
    );
    await live('dev', '0.0.9', head(repo));
    expect(await told(plan({ environments: ['staging'] }))).toMatch(/which has 0\.0\.9, not 0\.1\.0/);
  });

  it('must exist', async () => {
    const { plan } = shop();
    expect(await told(plan({ environments: ['prod', 'stagin'] }))).toMatch(
      /unknown environment "prod"\..*Valid: dev, staging, production\.[\s\S]*"stagin"\. Did you mean "staging"\?/,
    );
  });
});

it('refuses more stages than the workflow has', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const lines = names.map(
    (name, i) =>
      `  ${name}: { ${i ? `after: ${names[i - 1]}, ` : ''}target: { process: { port: ${i + 1} } } }`,
  );
  const { plan } = shop(`version: 1\napp: shop\nenvironments:\n${lines.join('\n')}\n`);
  expect(await told(plan())).toMatch(/7 stages; at most 6/);
  expect((await plan({ environments: names.slice(0, 6) })).stageCount).toBe('6');
});

it('needs git', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fairway-plan-'));
  writeFileSync(join(folder, 'fairway.yml'), CONFIG);
  const ports = { context: context({ GITHUB_WORKSPACE: folder }), exec: systemExec, files: systemFiles };
  const all = {
    ...ports,
    log: memoryLog(),
    clock: systemClock,
    http: systemHttp(systemClock),
    summary: new Summary(),
  };
  const running = run({ revision: 'HEAD', token: 't' }, { ...all, signal: new AbortController().signal });
  expect(await told(running)).toMatch(/is not a git repository/);
});
