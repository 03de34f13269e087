import type { CallJob, Workflow } from '../parser/model.ts';
import { type Problem, problemAt } from '../parser/problem.ts';
import { entries, isMapping, property, type Token, text } from '../parser/tokens.ts';

/** Checks what a job passes to a reusable workflow against what that declares. */
export function checkCall(file: string, job: CallJob, callee: Workflow): Problem[] {
  const wrong = (token: Token, message: string) => problemAt(file, token, 'syntax', message);
  if (!callee.on.has('workflow_call')) {
    return [wrong(job.usesToken, `'${job.uses}' cannot be called: it has no 'on: workflow_call'`)];
  }
  if (!/^\.github\/workflows\/[^/]+\.ya?ml$/.test(callee.path)) {
    return [
      wrong(job.usesToken, `'${job.uses}': a reusable workflow must lie directly in .github/workflows`),
    ];
  }
  const trigger = callee.on.get('workflow_call');
  const problems = compare(job, property(trigger, 'inputs'), job.with, 'input', wrong);
  if (text(job.secrets) === 'inherit') return problems;
  return [...problems, ...compare(job, property(trigger, 'secrets'), job.secrets, 'secret', wrong)];
}

function compare(
  job: CallJob,
  declared: Token | undefined,
  given: Token | undefined,
  what: 'input' | 'secret',
  wrong: (token: Token, message: string) => Problem,
): Problem[] {
  const names = entries(declared).map(({ key }) => key);
  const passed = entries(isMapping(given) ? given : undefined);
  const problems = passed
    .filter(({ key }) => !names.some((name) => name.toLowerCase() === key.toLowerCase()))
    .map(({ key, keyToken }) => {
      const valid = names.length > 0 ? `it has: ${names.join(', ')}` : 'it has none';
      return wrong(keyToken, `'${job.uses}' has no ${what} '${key}'; ${valid}`);
    });
  for (const { key, value } of entries(declared)) {
    const required = text(property(value, 'required')) === 'true' && property(value, 'default') === undefined;
    if (!required || passed.some((item) => item.key.toLowerCase() === key.toLowerCase())) continue;
    problems.push(
      wrong(
        job.usesToken,
        `'${job.uses}' requires the ${what} '${key}', which job '${job.id}' does not pass`,
      ),
    );
  }
  return problems;
}
