import { choice, either, field, type Infer, int, list, map, object, text } from '@fairway/schema';

const fileMapping = either(
  text(),
  object({
    from: field(text(), {
      description: 'File or folder of the context. The content of a folder is taken.',
      required: true,
    }),
    to: field(text({ pattern: /^\//, hint: 'a path in the image starts with "/"' }), {
      description: 'Absolute path in the image. A file goes into it when it ends with "/".',
      required: true,
    }),
  }),
);

const platform = text({
  pattern: /^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/,
  hint: 'expected os/architecture such as linux/amd64',
});

export const imageBuildKind = object({
  builder: field(choice(['assemble']), {
    description: 'What builds the image. `assemble` puts files on an empty base, without a container engine.',
    default: 'assemble',
  }),
  files: field(list(fileMapping, { min: 1 }), {
    description: 'What goes in, one layer each: a path (placed below workdir) or a mapping of from and to.',
    required: true,
  }),
  ignore: field(list(text()), {
    description: 'Patterns of paths to leave out, as in .dockerignore: `**/*.test.ts`, `!keep.test.ts`.',
    default: [],
  }),
  workdir: field(text({ pattern: /^\//, hint: 'a path in the image starts with "/"' }), {
    description: 'Working folder of the process.',
    default: '/app',
  }),
  entrypoint: field(list(text()), { description: 'Program and first arguments.', default: [] }),
  cmd: field(list(text()), { description: 'Default arguments after the entrypoint.', default: [] }),
  env: field(map(text(), { keys: /^[A-Za-z_][A-Za-z0-9_]*$/, keyHint: 'letters, digits and "_"' }), {
    description: 'Environment variables of the process.',
    default: {},
  }),
  user: field(text(), { description: 'User (and group) of the process: `1000:1000`.' }),
  ports: field(list(int({ min: 1, max: 65_535 })), {
    description: 'TCP ports the process listens on.',
    default: [],
  }),
  labels: field(map(text()), { description: 'Further labels of the image.', default: {} }),
  platforms: field(list(platform, { min: 1 }), {
    description: 'Platforms the image is for; several make an index. The files are the same in each.',
    default: ['linux/amd64'],
  }),
});

/** The `image:` section of fairway.yml. */
export const imageKind = object({
  repository: field(
    text({
      pattern: /^[a-z0-9.-]+(:[0-9]+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+$/,
      hint: 'expected registry/path in lower case, without a tag',
    }),
    { description: 'Where the image lives in a registry. Without it images stay on this machine.' },
  ),
  layout: field(text(), {
    description: 'Folder of the OCI image layout on this machine. Default: `<home>/<app>/images`.',
  }),
  build: field(imageBuildKind, { description: 'How the image is built.' }),
});

export type ImageSection = Infer<typeof imageKind>;
export type ImageBuild = Infer<typeof imageBuildKind>;
