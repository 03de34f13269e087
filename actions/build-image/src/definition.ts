import { defineAction } from '@fairway/action';
import { details } from './details.ts';
import { attestInputs, buildInputs, namingInputs, placeInputs } from './inputs.ts';

export const definition = defineAction({
  name: 'build-image',
  title: 'Fairway build image',
  description: 'From a commit to a tested, pushed and tagged OCI image, by digest; never built twice.',
  details,
  icon: 'package',
  color: 'blue',
  inputs: { ...buildInputs, ...namingInputs, ...placeInputs, ...attestInputs },
  outputs: {
    image:
      'The image by digest: `<repository>@sha256:...` when it was pushed, else `oci:<folder>@sha256:...`.',
    digest: 'Digest of the image or index: `sha256:...`.',
    digests: 'Digest of each platform as JSON: `{"linux/amd64":"sha256:..."}`.',
    tags: 'The tags that were set, with the repository, one a line; empty when nothing was tagged.',
    metadata:
      'All of it as JSON: image, digest, mediaType, tags, platforms, labels, version, revision, created, reused, key.',
    artifact: 'The line for `$GITHUB_ARTIFACTS`: `oci://<repository>@sha256:...`; empty when not pushed.',
    attestations: 'What was attached, as JSON: kind, subject, platform, document, where it is kept.',
    layout: 'Absolute folder of the OCI image layout that has the image; empty when only a registry has it.',
    version: 'Version of the release.',
    revision:
      'Full id of the commit the image was built from; an older one when it is reused, since its labels say so.',
    size: 'Bytes of all layers, compressed; empty for a reused index in a registry.',
    reused: '`true` when the image was there already.',
    pushed: '`true` when the image is in the registry.',
  },
});
