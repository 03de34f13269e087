import { defineAction, input } from '@fairway/action';
import { text } from '@fairway/schema';

export const definition = defineAction({
  name: 'build-image',
  title: 'Fairway build image',
  description: 'Builds a reproducible OCI image of the app, without a container engine.',
  details: `
Puts the files that \`image.build\` of fairway.yml names on an empty base and writes the image, by digest, into
an OCI image layout. The same commit gives the same digest on every machine; a commit that is built already is
not built again.

\`\`\`yaml
- uses: actions/checkout@v5
- id: build
  uses: fairway-ci/fairway/actions/build-image@v1
  with:
    version: 1.4.0
\`\`\`

The output \`image\` (\`oci:<folder>@sha256:...\`) is what the other actions deploy. Pushing to
\`image.repository\` comes with the registry client; until then it is named in a warning and not done.
`,
  icon: 'package',
  color: 'blue',
  inputs: {
    context: input(text(), { description: 'Folder that image.build.files is relative to.', default: '.' }),
    config: input(text(), {
      description: 'Path of fairway.yml. Default: .github/fairway.yml, then fairway.yml.',
    }),
    layout: input(text(), {
      description: 'Folder of the OCI image layout. Overrides image.layout of fairway.yml.',
    }),
    version: input(
      text({
        pattern: /^[A-Za-z0-9][A-Za-z0-9._+-]{0,127}$/,
        hint: 'letters, digits, ".", "_", "+" and "-", at most 128',
      }),
      {
        description:
          'Version of the release; the tag in the layout. Default: `sha-` and 12 digits of the commit.',
      },
    ),
    revision: input(text(), {
      description: 'Commit that is built; it must be checked out.',
      default: '${{ github.sha }}',
    }),
  },
  outputs: {
    image: 'The image by digest: `oci:<folder>@sha256:...`.',
    digest: 'Digest of the image: `sha256:...`.',
    layout: 'Absolute folder of the OCI image layout.',
    version: 'Version the image is tagged with.',
    revision: 'Full id of the commit it was built from.',
    size: 'Bytes of all layers, compressed.',
    reused: '`true` when an image of the same digest was there already.',
  },
});
