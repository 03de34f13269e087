import { Command, InvalidArgumentError, Option } from 'commander';
import { EXIT } from './exit-codes.ts';
import type {
  CarryOption,
  ConfigOption,
  DownOption,
  PlanOption,
  RunOption,
  StatusOption,
  SweepOption,
} from './options.ts';

export interface Handlers {
  validate(options: ConfigOption): Promise<void>;
  plan(options: PlanOption): Promise<void>;
  run(workflow: string, options: RunOption): Promise<void>;
  status(options: StatusOption): Promise<void>;
  tick(environment: string, options: CarryOption): Promise<void>;
  promote(environment: string, options: CarryOption): Promise<void>;
  abort(environment: string, options: CarryOption): Promise<void>;
  sweep(environments: string[], options: SweepOption): Promise<void>;
  down(environments: string[], options: DownOption): Promise<void>;
}

const pair = (value: string, before: Record<string, string>): Record<string, string> => {
  const at = value.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It must be name=value.');
  const name = value.slice(0, at);
  if (Object.hasOwn(before, name)) throw new InvalidArgumentError(`"${name}" is given twice.`);
  return { ...before, [name]: value.slice(at + 1) };
};

/** The command line as data; what the commands do comes from outside. */
export function program(handlers: Handlers, version: string): Command {
  const fairway = new Command('fairway')
    .description('Takes a commit safely to production. Reads fairway.yml of the repository in this folder.')
    .version(version)
    .showSuggestionAfterError()
    .showHelpAfterError('(try fairway --help)')
    .addHelpText('after', EXIT_HELP);
  const config = new Option('-c, --config <file>', 'path of fairway.yml (default: searched)');

  fairway.command('validate').description('check fairway.yml').addOption(config).action(handlers.validate);
  fairway
    .command('plan')
    .description('what a promotion would do, and what is live')
    .addOption(config)
    .option('-r, --revision <commit>', 'commit to promote', 'HEAD')
    .option('--json', 'the plan as JSON')
    .action(handlers.plan);
  fairway
    .command('run')
    .description('run a workflow file on this machine')
    .argument('<workflow>', 'path of the workflow, such as .github/workflows/ship.yml')
    .option('-e, --event <name>', 'event that starts it', 'workflow_dispatch')
    .option('-i, --input <name=value>', 'an input of workflow_dispatch; repeat it', pair, {})
    .option('--var <name=value>', 'a variable of the vars context; repeat it', pair, {})
    .option('--secrets <file>', 'file with NAME=value a line')
    .option('--repository <owner/repo=folder>', 'folder of an action used by owner/repo; repeat it', pair, {})
    .option('--ref <ref>', 'branch, tag or commit (default: the current branch)')
    .option('--slug <owner/repo>', 'name of this repository on GitHub')
    .option('--work-dir <folder>', 'keep the workspaces of jobs here')
    .option('-v, --verbose', 'print the output of every step')
    .action(handlers.run);
  fairway
    .command('status')
    .description('what the ledger says is live, and what really runs')
    .addOption(config)
    .option('--json', 'as JSON')
    .action(handlers.status);
  fairway
    .command('down')
    .description('end everything the process target started on this machine')
    .argument('[environments...]', 'only these environments')
    .option('--app <name>', 'only this app (default: the app of fairway.yml; --all for every app)')
    .option('--all', 'every app of this machine')
    .addOption(config)
    .action(handlers.down);
  addRollouts(fairway, handlers, config);
  return fairway;
}

/** Commands on rollouts in flight: what the canary and sweep actions do, from a terminal. */
function addRollouts(fairway: Command, handlers: Handlers, config: Option): void {
  const secrets = new Option(
    '--secrets-file <file>',
    'file with NAME=value a line, for metrics and notifications',
  );
  const reason = new Option('--reason <text>', 'why, for the record');
  const of = (name: string, description: string) =>
    fairway
      .command(name)
      .description(description)
      .argument('<environment>', 'environment of fairway.yml')
      .addOption(config)
      .addOption(secrets);
  of('tick', 'do what is due of the rollout in flight, and exit').action(handlers.tick);
  of('promote', 'let a paused rollout go on')
    .option('--full', 'skip all that is left and promote at once')
    .addOption(reason)
    .action(handlers.promote);
  of('abort', 'take all traffic back from the rollout in flight').addOption(reason).action(handlers.abort);
  fairway
    .command('sweep')
    .description('finish what nobody resumed: a tick of every rollout in flight that no living job carries')
    .argument('[environments...]', 'only these environments')
    .option('--dry-run', 'say what is in flight and due, and change nothing')
    .option('--json', 'what was done as JSON, after the log')
    .addOption(config)
    .addOption(secrets)
    .action(handlers.sweep);
}

const EXIT_HELP = `
Exit codes:
  ${EXIT.ok}    everything asked for was done
  ${EXIT.failed}    the work failed, or a gate said no
  ${EXIT.usage}    the command line, fairway.yml or a workflow is wrong; nothing was started
  ${EXIT.cancelled}  cancelled by SIGINT or SIGTERM

Documentation: docs/cli.md`;
