import { convertActionTemplate, NoOperationTraceWriter, parseAction } from './library.ts';
import type { Action, ActionInput, Source } from './model.ts';
import { type Problem, problemAt } from './problem.ts';
import { readSteps } from './steps.ts';
import { entries, expressionOf, isExpression, property, type Token, text } from './tokens.ts';
import type { Parsed } from './workflow.ts';

const NODE = new Set(['node20', 'node24']);

/** Parses an action.yml with GitHub's own parser. `path` is what messages call the file. */
export function readAction(source: Source, folder: string, path: string, content: string): Parsed<Action> {
  const { context, value: root } = parseAction({ name: path, content }, new NoOperationTraceWriter());
  if (root) convertActionTemplate(context, root);
  const problems: Problem[] = context.errors.getErrors().map((error) => ({
    file: path,
    line: error.range?.start.line ?? 1,
    column: error.range?.start.column ?? 1,
    message: error.rawMessage,
    kind: 'syntax',
  }));
  if (!root || problems.length > 0) return { value: undefined, problems };
  const runs = property(root, 'runs');
  const using = text(property(runs, 'using')) ?? '';
  const refusal = refuseUsing(using);
  if (refusal) {
    problems.push(problemAt(path, property(runs, 'using'), 'unsupported', refusal));
    return { value: undefined, problems };
  }
  const action: Action = {
    name: text(property(root, 'name')) ?? path,
    file: path,
    folder,
    source,
    inputs: entries(property(root, 'inputs')).map(({ key, value }) => readInput(key, value)),
    outputs: entries(property(root, 'outputs')).map(({ key, value }) => ({
      name: key,
      value: property(value, 'value'),
    })),
    runs: NODE.has(using)
      ? readNode(runs)
      : { using: 'composite', steps: readSteps(property(runs, 'steps')) },
  };
  return { value: action, problems };
}

function refuseUsing(using: string): string | undefined {
  if (NODE.has(using) || using === 'composite') return undefined;
  if (using === 'docker') {
    return "docker actions are not supported by a local run; use a JavaScript or composite action, or map the action's repository to one";
  }
  return `runs.using '${using}' is not supported by a local run; it runs node20, node24 and composite actions`;
}

function readInput(name: string, token: Token): ActionInput {
  return {
    name,
    required: text(property(token, 'required')) === 'true',
    default: property(token, 'default'),
    deprecation: text(property(token, 'deprecationMessage')),
  };
}

function readNode(runs: Token | undefined): Action['runs'] {
  return {
    using: 'node',
    main: text(property(runs, 'main')) ?? '',
    pre: text(property(runs, 'pre')),
    preIf: plainCondition(property(runs, 'pre-if')),
    post: text(property(runs, 'post')),
    postIf: plainCondition(property(runs, 'post-if')),
  };
}

/** `pre-if` and `post-if` are taken as they are; they mean `always()` when absent. */
function plainCondition(token: Token | undefined): string {
  if (!token) return 'always()';
  return (isExpression(token) ? expressionOf(token) : text(token)) || 'always()';
}
