import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const NEEDED = 24;

/** The Node executable for JavaScript actions: the one given, or this process's when it is new enough. */
export async function nodeFor(given: string | undefined, env: Record<string, string>): Promise<string> {
  const node = given ?? process.execPath;
  const version = given ? await versionOf(given, env) : process.version;
  if (Number(/^v(\d+)/.exec(version)?.[1]) >= NEEDED) return node;
  throw new Error(
    `JavaScript actions need Node ${NEEDED}, but ${node} is ${version}; give a newer one with the 'node' option`,
  );
}

async function versionOf(node: string, env: Record<string, string>): Promise<string> {
  try {
    return (await execute(node, ['--version'], { env })).stdout.trim();
  } catch (cause) {
    throw new Error(`cannot run the Node executable '${node}'`, { cause });
  }
}
