import { pinList, routerKinds } from '@fairway/routers/kinds';
import { duration, field, int, type Kind, named, object, percent } from '@fairway/schema';
import { metricList } from './metric-kind.ts';
import { analysisKind, stepList } from './step-kind.ts';
import { strategyProblems } from './strategy-rules.ts';

const scoreKind = object({
  pass: field(percent(), { description: 'At least this goes on.', default: '95%' }),
  marginal: field(percent(), {
    description: 'Below this it is aborted; between the two a person decides.',
    default: '75%',
  }),
});

/** What every strategy has. */
const common = {
  'after-switch': field(analysisKind, {
    description: 'What must hold when the new release has all traffic; else it is taken back.',
  }),
  bake: field(duration({ min: 100 }), {
    description: 'How long each step is kept before it may go on.',
    default: '1m',
  }),
  'warm-up': field(duration(), {
    description: 'How long each step is not measured at first.',
    default: '0s',
  }),
  interval: field(duration({ min: 100 }), {
    description:
      'Look this often during a bake. Default: ten times a bake (at least every minute) where metrics are compared, else once, when it ends.',
  }),
  'max-duration': field(duration({ min: 100 }), {
    description:
      'Abort when it takes longer; waiting for people does not count. Default: the bakes together and ten minutes.',
  }),
  'max-pause': field(duration({ min: 100 }), {
    description: 'Abort when it waits longer than this for a person.',
    default: '24h',
  }),
  'min-samples': field(int({ min: 0 }), {
    description: 'Fewer observations than this count as no data, for metrics that do not say their own.',
    default: 1,
  }),
  confidence: field(percent(), {
    description: 'How sure comparisons are: 99% is one false alarm in a hundred rollouts.',
    default: '99%',
  }),
  score: field(scoreKind, {
    description: 'What the score of metrics that are not critical means.',
    default: {},
  }),
};

const optionalMetrics = {
  metrics: field(metricList(), { description: 'What is measured, and what is good enough.', default: [] }),
};

/** What needs a candidate that stands beside the live release. */
const staged = {
  router: field(named('router', routerKinds), {
    description: "What shifts the traffic. Default: the target's own.",
  }),
  pins: field(pinList(), {
    description: 'Requests that go to the new release whatever its share.',
    default: [],
  }),
  'before-traffic': field(analysisKind, { description: 'What must hold before it gets any traffic.' }),
  'scale-down-delay': field(duration(), {
    description: 'How long the old release stands by after everything has passed.',
  }),
};

export const canaryKind = ruled(
  object({
    steps: field(stepList(), {
      description:
        'Shares of the traffic for the new release, rising: `5%`, or `{ weight: 5%, bake: 10m }` to bake longer.',
      required: true,
    }),
    metrics: field(metricList({ min: 1 }), {
      description: 'What is measured, and what is good enough. All of them must pass to go on.',
      required: true,
    }),
    ...staged,
    ...common,
  }),
);

export const blueGreenKind = ruled(object({ ...optionalMetrics, ...staged, ...common }));

/** For recreate and rolling: the target replaces the live release by its own means. */
export const inPlaceKind = ruled(object({ ...optionalMetrics, ...common }));

type Ruled = Parameters<typeof strategyProblems>[0];

function ruled<T extends Ruled>(kind: Kind<T>): Kind<T> {
  return {
    ...kind,
    read(value, path, report) {
      const read = kind.read(value, path, report);
      if (!read) return undefined;
      const problems = strategyProblems(read);
      for (const problem of problems) report({ ...problem, path: [...path, ...problem.path] });
      return problems.length ? undefined : read;
    },
  };
}
