import { join, resolve } from 'node:path';
import type { InputsOf } from '@fairway/action';
import { loadConfig } from '@fairway/config';
import { GateError, InternalError, type Outcome, type Ports, UserError } from '@fairway/runtime';
import {
  type FailOn,
  type GateResult,
  judge,
  parseExceptions,
  type ScanException,
  type ScanResult,
  SEVERITIES,
  scanTree,
  toSarif,
} from '@fairway/scan';
import type { definition } from './definition.ts';
import { reportScan } from './report.ts';

type Inputs = InputsOf<typeof definition>;

/** Searches, writes SARIF and summary, then lets the gate decide: outputs are set in any case. */
export async function run(inputs: Inputs, ports: Ports): Promise<Outcome<typeof definition>> {
  const { config } = await loadConfig(ports, inputs.config);
  const { workspace, temp } = ports.context;
  const failOn = inputs.failOn ?? config.scan.failOn;
  const exceptions = await readExceptions(inputs.exceptions ?? config.scan.exceptions, ports);
  const folder = resolve(workspace, inputs.path);
  const revision = await checkedOut(inputs.revision, folder, ports);
  const { exec, signal, clock } = ports;
  const result = await scanTree({ exec, folder, maxFileSize: config.scan.maxFileSize, signal });
  if (result.scanned === 0 && result.failed.length === 0) throw nothingScanned(folder, result);
  const gate = judge(result.findings, exceptions, failOn, clock.now());
  const sarif =
    inputs.sarif === undefined ? join(temp, 'fairway-scan.sarif') : resolve(workspace, inputs.sarif);
  await ports.files.write(sarif, toSarif(gate, { rules: result.rules, revision }));
  reportScan(result, gate, failOn, ports);
  const failure = failureOf(result, gate, failOn);
  return { ...counts(result, gate), sarif, passed: String(!failure), ...(failure ? { failure } : {}) };
}

async function readExceptions(
  path: string | undefined,
  { files, context }: Ports,
): Promise<readonly ScanException[]> {
  if (path === undefined) return [];
  const source = await files.read(resolve(context.workspace, path));
  if (source !== undefined) return parseExceptions(source, path);
  throw new UserError(`the file of exceptions ${path} does not exist`, {
    where: resolve(context.workspace, path),
    mend: 'create it, or remove scan.exceptions from fairway.yml',
  });
}

/** A result is never filed under a commit that was not searched. */
async function checkedOut(revision: string, cwd: string, { exec }: Ports): Promise<string> {
  const resolveId = async (name: string) => {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
    return (await exec.run('git', args, { cwd, okCodes: [0, 1, 128] })).stdout.trim();
  };
  const [head, wanted] = [await resolveId('HEAD'), await resolveId(revision)];
  if (head && head === wanted) return head;
  throw new UserError(
    head
      ? `the revision "${revision}" is not checked out: that is ${head}`
      : `${cwd} has no git commit checked out`,
    { where: cwd, mend: 'check the revision out first (actions/checkout), or correct the input "revision"' },
  );
}

function nothingScanned(folder: string, { skipped }: ScanResult): UserError {
  return new UserError(`no file was searched in ${folder}, so nothing is known about it`, {
    mend: skipped.length
      ? `all ${skipped.length} files were skipped: check the path and scan.max-file-size`
      : 'git tracks no file there: check the path, and that the files are committed',
  });
}

function failureOf(
  { failed }: ScanResult,
  { blocking, expired }: GateResult,
  failOn: FailOn,
): Error | undefined {
  if (failed.length) {
    const list = failed.map(({ file, error }) => `- ${file}: ${error}`).join('\n');
    return new InternalError(
      `the result is not complete: ${failed.length} files could not be searched:\n${list}`,
      {
        mend: 'check that the files can be read; otherwise report it with the kind of error',
      },
    );
  }
  if (blocking.length === 0) return undefined;
  const late = expired.length ? ` (${expired.length} exceptions have expired)` : '';
  const noun = blocking.length === 1 ? 'finding stops' : 'findings stop';
  return new GateError(`${blocking.length} ${noun} the release; the limit is ${failOn}${late}`, {
    mend: 'revoke and replace each secret; accept a false alarm in the file of exceptions, with a reason',
  });
}

function counts({ findings, scanned }: ScanResult, { accepted, blocking }: GateResult) {
  const [critical, high, medium, low] = SEVERITIES.map((severity) =>
    String(findings.filter((finding) => finding.severity === severity).length),
  );
  return {
    findings: String(findings.length),
    critical,
    high,
    medium,
    low,
    accepted: String(accepted.length),
    blocking: String(blocking.length),
    files: String(scanned),
  };
}
