/** The explanation in the README of the action. */
export const details = `
Builds what \`image.build\` of fairway.yml describes, tests it, pushes it to \`image.repository\` by digest, and
sets its tags last. It takes the place of docker/metadata-action, login-action, build-push-action and the merging
of manifests by hand.

\`\`\`yaml
permissions: { contents: read, packages: write }
steps:
  - uses: actions/checkout@v5
  - id: build
    uses: fairway-ci/fairway/actions/build-image@v1
    with:
      registry-username: \${{ github.actor }}
      registry-password: \${{ github.token }}
  # \${{ steps.build.outputs.image }} is ghcr.io/acme/storefront@sha256:...
\`\`\`

\`\`\`yaml
# fairway.yml
image:
  repository: ghcr.io/acme/storefront
  build: { files: [package.json, src], entrypoint: [node, src/main.js] }
  tags: ["type=semver,pattern={{version}}", "type=semver,pattern={{major}}.{{minor}}", "type=ref,event=branch"]
  smoke: { command: [node, src/main.js, --version] }
\`\`\`

Without a repository the image stays in an OCI image layout on this machine.

### Never built twice

A content key is made of git's tree of what goes into the image, the settings of the builder (the smoke command
is one of them), and the digest of the base. The registry keeps the image under the tag \`fairway-<key>\`, so one
request tells whether it was built before. Then it is not built: its digest is reused and the tags are set on it. Commit
and version are not part of the key: after a commit that changes nothing in the image, the labels go on naming
the commit that built it, and so does the output \`revision\`. \`reuse: false\` builds in any case. There is no key, and a
build each time, when a file that goes in is not as committed.

### Tags

Rules are those of docker/metadata-action: \`type=semver|ref|sha|schedule|edge|match|raw\`, with \`enable\`,
\`priority\`, \`prefix\`, \`suffix\` and the expressions \`{{branch}} {{tag}} {{sha}} {{base_ref}} {{is_default_branch}}
{{date 'YYYYMMDD' tz='Europe/Berlin'}} {{commit_date '...'}}\`. A typo is an error, not a missing tag.

| Built | Rule | Tag |
| --- | --- | --- |
| git tag \`v1.2.3\` | \`type=semver,pattern={{version}}\` | \`1.2.3\` |
| git tag \`v1.2.3\` | \`type=semver,pattern={{major}}.{{minor}}\` | \`1.2\` |
| git tag \`v1.3.0-rc.1\` | \`type=semver,pattern={{major}}.{{minor}}\` | \`1.3.0-rc.1\`: prereleases only in full |
| branch \`feature/new\` | \`type=ref,event=branch\` | \`feature-new\` |
| pull request 7 | \`type=ref,event=pr\` | \`pr-7\` |
| any | \`type=sha\` | \`sha-860c190\` |
| schedule | \`type=schedule,pattern={{date 'YYYYMMDD'}}\` | \`20261121\` |
| any | \`type=raw,value=stable\` | \`stable\` |

\`latest\` is set when a git tag of a release is built (\`flavor: latest=auto\`); never for a prerelease, not while the
checkout knows a newer release (a shallow one knows none), and not for a version that is only planned (the input \`version\` on a branch).

### One platform per job, merged

Each job builds on a runner of its own architecture and pushes by digest; the last one makes the index and the tags.
Attestations hang on the images of the platforms and stay there; the index has no \`unknown/unknown\` entries.

\`\`\`yaml
jobs:
  amd64:
    runs-on: ubuntu-24.04
    outputs: { digests: "\${{ steps.build.outputs.digests }}" }
    steps:
      - uses: actions/checkout@v5
      - { id: build, uses: fairway-ci/fairway/actions/build-image@v1, with: { platforms: linux/amd64, push: digest } }
  arm64:
    runs-on: ubuntu-24.04-arm
    outputs: { digests: "\${{ steps.build.outputs.digests }}" }
    steps:
      - uses: actions/checkout@v5
      - { id: build, uses: fairway-ci/fairway/actions/build-image@v1, with: { platforms: linux/arm64, push: digest } }
  merge:
    needs: [amd64, arm64]
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v5
      - uses: fairway-ci/fairway/actions/build-image@v1
        with:
          mode: merge
          digests: |
            \${{ needs.amd64.outputs.digests }}
            \${{ needs.arm64.outputs.digests }}
\`\`\`

### Test what is pushed

\`smoke\` runs a command in the image before anything is pushed; when it fails, nothing is. An image assembled on
scratch is unpacked and run as a process, as the process target runs it; every other image runs in a container of the
Docker Engine, without a network. What the image is decides that, not what the machine has. \`load: true\` leaves the image in the engine for
steps that follow. What is pushed has the digest that was tested.

\`\`\`yaml
- uses: fairway-ci/fairway/actions/build-image@v1
  with:
    smoke: |
      node
      src/main.js
      --version
\`\`\`

### What it says of itself

Between the image and its tags SBOMs (CycloneDX and SPDX, one for each platform) and SLSA provenance are attached to it as
OCI referrers and read back; a registry that cannot keep them is named in one line, and the image is pushed nevertheless.
Signed provenance needs \`permissions: { id-token: write, attestations: write }\`. An image that is reused keeps what is attached
to it. \`sbom: none\` and \`provenance: none\` switch it off.
`;
