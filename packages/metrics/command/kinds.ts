import { choice, duration, field, type Infer, list, map, object, percent } from '@fairway/schema';
import { secretName } from '../kinds-http.ts';
import { countsForm, histogramForm, type ProviderKind, valueForm } from '../kinds-provider.ts';
import { template } from '../template.ts';

const query = object({
  run: field(list(template(), { min: 1 }), {
    description: 'Program and arguments, each one text with names such as {{ version }}; there is no shell',
    required: true,
  }),
  gives: field(choice(['value', 'counts', 'histogram']), {
    description: 'What it writes: one number (or points), events and total, or bounds and counts',
    default: 'value',
  }),
  quantile: field(percent(), { description: 'Which one of a histogram', default: '95%' }),
  timeout: field(duration({ min: 1_000 }), { description: 'Longest time it may take', default: '30s' }),
  secrets: field(
    map(secretName(), { keys: /^[A-Za-z_][A-Za-z0-9_]*$/, keyHint: 'the name of an environment variable' }),
    { description: 'Environment variables that it gets, each with the name of a secret', default: {} },
  ),
});

export type CommandQuery = Infer<typeof query>;

/** `command: { run: [scripts/errors.sh, "{{ version }}"] }`. The command is told the side by its environment. */
export const commandKind: ProviderKind<CommandQuery, object> = {
  query,
  connection: object({}),
  form: ({ gives, quantile }) =>
    gives === 'counts' ? countsForm : gives === 'histogram' ? histogramForm(quantile / 100) : valueForm,
  // FAIRWAY_SIDE and the like tell every command which side is asked.
  sided: () => true,
  beyondNames: true,
};
