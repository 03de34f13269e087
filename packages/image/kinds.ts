import {
  choice,
  duration,
  either,
  field,
  type Infer,
  int,
  type Kind,
  list,
  map,
  object,
  text,
} from '@fairway/schema';
import { builderField, dockerfileFields } from './builders/fields.ts';
import { forItsBuilder } from './builders/section.ts';
import { flavorKind, labelsKind, tagRulesKind } from './metadata/kinds.ts';

export { flavorKind, labelsKind, tagRulesKind };

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

const tcpPort = int({ min: 1, max: 65_535 });
const portOfProtocol = text({
  pattern: /^[1-9][0-9]{0,4}\/(tcp|udp|sctp)$/,
  hint: 'expected such as 53/udp',
});
const exposedPort: Kind<number | string> = {
  name: 'port',
  json: { anyOf: [tcpPort.json, portOfProtocol.json] },
  read: (value, path, report): number | string | undefined =>
    typeof value === 'string' ? portOfProtocol.read(value, path, report) : tcpPort.read(value, path, report),
};

const healthcheckKind = object({
  command: field(list(text(), { min: 1 }), {
    description:
      'Program and arguments; exit code 0 means healthy. Run inside of the container, without a shell.',
    required: true,
  }),
  interval: field(duration({ min: 1 }), { description: 'Time between two checks. Engines take 30s.' }),
  timeout: field(duration({ min: 1 }), { description: 'Longest time of one check. Engines take 30s.' }),
  'start-period': field(duration(), { description: 'Time to start in which failures do not count.' }),
  'start-interval': field(duration({ min: 1 }), { description: 'Time between two checks while it starts.' }),
  retries: field(int({ min: 1 }), { description: 'Failures in a row that mean unhealthy. Engines take 3.' }),
});

const buildFields = object({
  builder: builderField,
  base: field(text(), {
    description:
      'Image to build on, by digest or tag (`node:24-slim`, `ghcr.io/acme/base@sha256:...`, `oci:folder:tag`), or `scratch`. Its layers stay as they are, its settings are inherited. Default: `scratch`.',
  }),
  files: field(list(fileMapping), {
    description:
      'What goes in, one layer each: a path (placed below workdir) or a mapping of from and to. `from` may name the platform: `dist/${os}-${arch}/app`.',
    default: [],
  }),
  ignore: field(list(text()), {
    description: 'Patterns of paths to leave out, as in .dockerignore: `**/*.test.ts`, `!keep.test.ts`.',
    default: [],
  }),
  workdir: field(text({ pattern: /^\//, hint: 'a path in the image starts with "/"' }), {
    description: "Working folder of the process. Default: the base's, or `/app` where that is none or `/`.",
  }),
  entrypoint: field(list(text()), {
    description:
      "Program and first arguments. Default: the base's; when it is set, the base's cmd is not taken.",
  }),
  cmd: field(list(text()), {
    description: "Default arguments after the entrypoint. Default: the base's, without an entrypoint here.",
  }),
  env: field(map(text(), { keys: /^[A-Za-z_][A-Za-z0-9_]*$/, keyHint: 'letters, digits and "_"' }), {
    description: 'Environment variables of the process.',
    default: {},
  }),
  user: field(text(), { description: 'User (and group) of the process: `1000:1000`.' }),
  ports: field(list(exposedPort), {
    description: 'Ports the process listens on: `8080` (TCP) or `53/udp`.',
    default: [],
  }),
  healthcheck: field(either(choice(['none']), healthcheckKind), {
    description: "How an engine sees that the process is healthy; `none` switches the base's off.",
  }),
  labels: field(map(text()), { description: 'Further labels of the image.', default: {} }),
  platforms: field(list(platform, { min: 1 }), {
    description: 'Platforms the image is for; several make an index.',
    default: ['linux/amd64'],
  }),
  ...dockerfileFields,
});

export const imageBuildKind = forItsBuilder(buildFields);

const smokeKind = object({
  command: field(list(text(), { min: 1 }), {
    description: 'Program and arguments, run in the built image, without a shell. Exit code 0 is success.',
    required: true,
  }),
  within: field(duration({ min: 1 }), { description: 'Longest time it may take.', default: '1m' }),
  by: field(choice(['auto', 'engine', 'process']), {
    description:
      'What runs it: `engine` (a container of the Docker Engine) or `process` (unpacked, with the Node of this machine, as the process target does). `auto`: `process` for images assembled on scratch, `engine` for all others.',
    default: 'auto',
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
  tags: field(tagRulesKind, {
    description:
      'Tags in the registry: texts, or rules such as `type=semver,pattern={{version}}`. Default: the version, the branch, the pull request, and `nightly` on a schedule.',
  }),
  flavor: field(flavorKind, { description: 'How all tags look.', default: {} }),
  labels: field(labelsKind, {
    description:
      'Labels of the image; those of OCI (`org.opencontainers.image.*`) become annotations too. Created, revision, version, title, source and licenses are set already.',
    default: {},
  }),
  smoke: field(smokeKind, { description: 'A command that must succeed in the image before it is pushed.' }),
});

export type ImageSection = Infer<typeof imageKind>;
export type ImageBuild = Infer<typeof imageBuildKind>;
