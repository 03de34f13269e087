import {
  bool,
  choice,
  duration,
  either,
  field,
  int,
  list,
  map,
  named,
  number,
  object,
  percent,
  text,
} from '@fairway/schema';

/** Stand-ins until the packages that own these sections export them. */
export const imageKind = object({
  repository: field(text(), { description: 'Where images are pushed, such as ghcr.io/acme/storefront.' }),
  layout: field(text(), { description: 'Folder of an OCI layout on this machine.' }),
  build: field(
    object({
      builder: field(choice(['assemble']), { description: 'How the image is built.', default: 'assemble' }),
      files: field(
        list(
          either(
            text(),
            object({
              from: field(text(), { description: 'Path in the workspace.', required: true }),
              to: field(text(), { description: 'Path in the image.', required: true }),
            }),
          ),
        ),
        { description: 'Files and folders that go into the image.', default: ['.'] },
      ),
      workdir: field(text(), { description: 'Working directory in the image.', default: '/app' }),
      entrypoint: field(list(text(), { min: 1 }), { description: 'Command that starts the app.' }),
      env: field(map(text()), { description: 'Environment of the image.', default: {} }),
      labels: field(map(text()), { description: 'Labels of the image.', default: {} }),
    }),
    { description: 'How the image is built.', default: {} },
  ),
});

export const scanKind = object({
  'fail-on': field(choice(['low', 'medium', 'high', 'critical', 'none']), {
    description: 'Lowest severity that stops.',
    default: 'high',
  }),
  exceptions: field(text(), { description: 'File with accepted findings.' }),
});

export const targetKinds = {
  process: object({
    port: field(int({ min: 1, max: 65535 }), { description: 'Port clients use.', required: true }),
    health: field(text(), { description: 'Path that answers 200 when ready.', default: '/healthz' }),
    'ready-within': field(duration(), { description: 'Time to become healthy.', default: '30s' }),
    drain: field(duration(), { description: 'Time for open requests.', default: '5s' }),
    env: field(map(text()), { description: 'Environment of the app.', default: {} }),
  }),
};

const step = either(
  percent(),
  object({
    weight: field(percent(), { description: 'Percent of traffic.', required: true }),
    bake: field(duration(), { description: 'Time at this weight.' }),
  }),
);

export const strategyKind = named('strategy', {
  recreate: object({}),
  rolling: object({}),
  'blue-green': object({}),
  canary: object({
    steps: field(list(step, { min: 1 }), { description: 'Weights, in order.', required: true }),
    bake: field(duration(), { description: 'Time at each weight.', default: '5m' }),
    metrics: field(
      list(
        object({
          name: field(text(), { description: 'Name in reports.', required: true }),
          process: field(text(), { description: 'Metric of the process proxy.' }),
          max: field(either(percent(), either(number(), text())), { description: 'Highest good value.' }),
        }),
      ),
      { description: 'What decides.', default: [] },
    ),
  }),
});

export const backupKind = object({
  sqlite: field(object({ path: field(text(), { description: 'Database file.', required: true }) }), {
    description: 'A SQLite database.',
  }),
  store: field(text(), { description: 'Folder that keeps the archives.', required: true }),
  recipients: field(list(text(), { min: 1 }), { description: 'age recipients.' }),
  required: field(bool(), { description: 'Whether a failed backup stops.', default: true }),
});
