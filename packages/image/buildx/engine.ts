import { CommandError, UserError } from '@fairway/runtime';
import { BuilderCommands } from '../builders/command.ts';
import type { BuilderPorts, Missing } from '../builders/types.ts';

export interface Engine {
  /** `docker` for the engine's own BuildKit; `docker-container`, `kubernetes`, `remote` for one beside it. */
  readonly driver: string;
  /** It writes OCI layouts. An engine with the older image store only keeps images for itself. */
  readonly exportsLayouts: boolean;
}

/** What `docker buildx` would build with, or why it cannot. */
export async function findEngine(ports: BuilderPorts): Promise<Engine | Missing> {
  const commands = new BuilderCommands(ports);
  try {
    const { stdout } = await commands.run('docker', ['buildx', 'inspect']);
    const failure = /^Error:\s*(.+)$/m.exec(stdout)?.[1];
    if (failure)
      return { why: failure.trim(), mend: 'start the Docker engine, or set DOCKER_HOST to one that runs' };
    const driver = /^Driver:\s*(\S+)/m.exec(stdout)?.[1] ?? '';
    return { driver, exportsLayouts: driver !== 'docker' || (await hasContainerdStore(commands)) };
  } catch (error) {
    if (error instanceof UserError && !ports.signal.aborted) {
      return { why: 'there is no docker command', mend: 'install the Docker CLI with its buildx plugin' };
    }
    if (!(error instanceof CommandError)) throw error;
    if (/not a docker command|unknown (command|flag)|unknown shorthand/.test(error.stderr)) {
      return {
        why: 'the docker command has no buildx plugin',
        mend: 'install the plugin (package docker-buildx or docker-buildx-plugin)',
      };
    }
    const [why = 'docker buildx inspect failed'] = error.stderr.trim().split('\n').slice(-1);
    return { why, mend: 'choose a builder that exists: docker buildx use <name>' };
  }
}

async function hasContainerdStore(commands: BuilderCommands): Promise<boolean> {
  const { stdout } = await commands.run('docker', ['info', '--format', '{{json .DriverStatus}}']);
  return stdout.includes('io.containerd.snapshotter');
}
