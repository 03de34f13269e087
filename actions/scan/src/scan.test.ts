import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { repository, SECRETS } from '../../../packages/scan/testing.ts';
import { git } from '../../../test/support/git.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const CONFIG = `version: 1
app: shop
environments: { dev: { target: { process: { port: 8081 } } } }
`;

/** Runs the action as the runner does, from its source. */
function scan(workspace: string, inputs: Record<string, string> = {}) {
  const temp = mkdtempSync(join(tmpdir(), 'fairway-scan-run-'));
  onTestFinished(() => rmSync(temp, { recursive: true, force: true }));
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const given = Object.entries({ revision: 'HEAD', ...inputs });
  const env = {
    PATH: process.env.PATH,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    ...files,
    ...Object.fromEntries(given.map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text])),
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN], {
    cwd: temp,
    env,
    encoding: 'utf8',
  });
  const output = readFileSync(files.GITHUB_OUTPUT, 'utf8');
  const outputs = Object.fromEntries(
    [...output.matchAll(/^(.+?)<<(\S+)\n(.*?)\n?\2$/gms)].map(([, name, , value]) => [name, value]),
  );
  const summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8');
  return { status, log: stdout + stderr, outputs, summary };
}

test('a clean tree passes, and says how much was searched', () => {
  const { status, outputs, summary, log } = scan(repository({ 'fairway.yml': CONFIG, 'src/a.js': 'fine' }));
  expect(log).toContain('Scan passed: 2 files searched, 0 findings');
  expect(status).toBe(0);
  expect(outputs).toMatchObject({ findings: '0', blocking: '0', files: '2', passed: 'true' });
  expect(JSON.parse(readFileSync(outputs.sarif ?? '', 'utf8')).runs[0].results).toEqual([]);
  expect(summary).toContain('Scan: passed');
});

test('secrets stop it after summary, SARIF and outputs are written; their values are nowhere', () => {
  const root = repository({
    'fairway.yml': CONFIG,
    'a.js': `t = '${SECRETS.github}'\nurl = '${SECRETS.basicauth}'`,
    'key.pem': SECRETS.privatekey,
    env: `AWS_SECRET_ACCESS_KEY=${SECRETS.aws}`,
    '.npmrc': `//registry.example.com/:_authToken=${SECRETS.npm}`,
  });
  const { status, outputs, summary, log } = scan(root, { sarif: 'out/scan.sarif' });
  expect(status).toBe(1);
  expect(log).toContain('Fairway scan%3A Stopped by a gate::5 findings stop the release; the limit is high');
  expect(outputs).toMatchObject({ findings: '5', critical: '4', high: '1', passed: 'false' });
  expect(outputs.sarif).toBe(join(root, 'out/scan.sarif'));
  const sarif = readFileSync(join(root, 'out/scan.sarif'), 'utf8');
  expect(JSON.parse(sarif).runs[0]).toMatchObject({
    properties: { revision: git(root, 'rev-parse', 'HEAD') },
  });
  expect(summary).toContain('`a.js:1`');
  for (const secret of Object.values(SECRETS)) {
    for (let at = 0; at + 12 <= secret.length; at += 6) {
      const piece = secret.slice(at, at + 12);
      // The words around a private key are no secret.
      if (/BEGIN|END|PRIVATE|KEY--/.test(piece)) continue;
      expect(`${log}${sarif}${summary}${JSON.stringify(outputs)}`).not.toContain(piece);
    }
  }
});

test('the limit comes from the input, then from fairway.yml', () => {
  const root = repository({ 'fairway.yml': `${CONFIG}scan: { fail-on: none }\n`, a: SECRETS.basicauth });
  expect(scan(root)).toMatchObject({ status: 0, outputs: { findings: '1', blocking: '0', passed: 'true' } });
  expect(scan(root, { 'fail-on': 'high' })).toMatchObject({ status: 1, outputs: { blocking: '1' } });
  expect(scan(root, { 'fail-on': 'hihg' }).log).toContain('Did you mean "high"');
});

test('an accepted finding passes with its reason; an expired or needless exception is named', () => {
  const exception = (path: string, expires: string) =>
    `  - { rule: secretlint/github, path: ${path}, reason: made up, expires: ${expires} }\n`;
  const files = {
    'fairway.yml': `${CONFIG}scan: { exceptions: accepted.yml }\n`,
    a: SECRETS.github,
    'accepted.yml': `exceptions:\n${exception('a', '2999-01-01')}${exception('b', '2999-01-01')}`,
  };
  const accepted = scan(repository(files));
  expect(accepted).toMatchObject({ status: 0, outputs: { findings: '1', accepted: '1', passed: 'true' } });
  expect(accepted.log).toContain(
    '::warning::The exception for secretlint/github in b is not needed any more',
  );
  expect(accepted.summary).toContain('accepted until 2999-01-01: made up');
  const expired = scan(
    repository({ ...files, 'accepted.yml': `exceptions:\n${exception('a', '2020-01-01')}` }),
  );
  expect(expired).toMatchObject({ status: 1, outputs: { blocking: '1', accepted: '0' } });
  expect(expired.log).toContain('expired on 2020-01-01');
  const missing = scan(repository({ 'fairway.yml': files['fairway.yml'] }));
  expect(missing.log).toContain('the file of exceptions accepted.yml does not exist');
  expect(missing.status).toBe(1);
});

test('nothing searched is not a pass', () => {
  const root = repository({ 'fairway.yml': CONFIG, 'empty/image.bin': '\0' });
  const { status, log, outputs } = scan(root, { path: 'empty' });
  expect(status).toBe(1);
  expect(log).toContain('no file was searched');
  expect(outputs).toEqual({});
});

test('a file that cannot be read fails the step, by name, though nothing was found', () => {
  const root = repository({ 'fairway.yml': CONFIG, 'dir/a': 'fine', b: 'fine' });
  // A folder on its path that loops: present for git, unreadable for everyone, root included.
  rmSync(join(root, 'dir'), { recursive: true });
  symlinkSync('dir', join(root, 'dir'));
  const { status, log, outputs } = scan(root);
  expect(log).toContain('- dir/a: ELOOP');
  expect(outputs).toMatchObject({ passed: 'false', findings: '0' });
  expect(status).toBe(1);
});

test('a commit that is not checked out is refused: its result would be another’s', () => {
  const root = repository({ 'fairway.yml': CONFIG });
  git(root, 'commit', '-q', '--allow-empty', '-m', 'second');
  const { status, log } = scan(root, { revision: 'HEAD~1' });
  expect(status).toBe(1);
  expect(log).toContain('is not checked out');
});

test('without git, without fairway.yml', () => {
  const root = repository({ 'fairway.yml': CONFIG });
  rmSync(join(root, '.git'), { recursive: true });
  expect(scan(root).log).toContain('has no git commit checked out');
  unlinkSync(join(root, 'fairway.yml'));
  const { log, status, outputs } = scan(root);
  expect(log).toContain('no .github/fairway.yml and no fairway.yml');
  expect(status).toBe(1);
  expect(existsSync(outputs.sarif ?? '/nowhere')).toBe(false);
});
