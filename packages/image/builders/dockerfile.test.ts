import { expect, test } from 'vitest';
import { folder, IDENTITY, section, write } from '../testing.ts';
import type { ImageStore } from '../types.ts';
import { contextArguments, readDockerfile, stagesOf } from './dockerfile.ts';

const request = (dockerfile: string, raw: object = {}) => ({
  context: write(folder(), { Dockerfile: dockerfile }),
  build: section(raw),
  identity: IDENTITY,
  store: {} as ImageStore,
});
const fromScratch = async (dockerfile: string, raw: object = {}) =>
  (await readDockerfile(request(dockerfile, raw))).fromScratch;

test.each([
  ['FROM scratch\n', {}, true],
  ['FROM alpine AS build\nFROM scratch\nCOPY --from=build /a /a\n', {}, true],
  ['FROM scratch AS base\nFROM base\n', {}, true],
  ['FROM scratch AS Base\nFROM bAsE AS next\nFROM 1\n', {}, true],
  ['from --platform=$BUILDPLATFORM scratch as x\n', {}, true],
  ['ARG ROOT=scratch\nFROM ${ROOT}\n', {}, true],
  ['ARG ROOT\nFROM ${ROOT:-scratch}\n', {}, true],
  ['ARG ROOT=alpine\nFROM $ROOT\n', { args: { ROOT: 'scratch' } }, true],
  ['# syntax=docker/dockerfile:1\nFROM scratch\n', {}, true],
  ['FROM \\\n  scratch\n', {}, true],
  ['FROM alpine\n', {}, false],
  ['FROM scratch\nFROM alpine\n', { target: '0' }, true],
  ['FROM scratch AS a\nFROM alpine AS b\n', { target: 'b' }, false],
  ['ARG ROOT=scratch\nFROM $ROOT\n', { args: { ROOT: 'alpine' } }, false],
  ['FROM $UNKNOWN\n', {}, false],
  ['FROM ${ROOT%x}\n', {}, false],
  ['# syntax=acme/other\nFROM scratch\n', {}, false],
  ['FROM scratch AS base\nFROM base\n', { contexts: { base: 'docker-image://alpine' } }, false],
  ['FROM alpine\nRUN <<EOF\nFROM scratch\nEOF\n', {}, false],
  ['FROM alpine\nRUN echo \\\n# FROM scratch\n  x\n', {}, false],
])('%j with %j has only own layers: %s', async (dockerfile, raw, expected) => {
  expect(await fromScratch(dockerfile, raw)).toBe(expected);
});

test.each([
  ['# nothing\n', {}, 'has no FROM'],
  ['FROM scratch AS release\n', { target: 'relase' }, 'no stage "relase". Did you mean "release"?'],
  ['FROM scratch\n', { target: '1' }, 'no stage "1"'],
  ['FROM scratch\n', { dockerfile: 'docker/Dockerfile' }, 'there is no Dockerfile'],
  ['FROM scratch\n', { dockerfile: '.' }, 'cannot be read'],
])('%j with %j is refused', async (dockerfile, raw, message) => {
  await expect(readDockerfile(request(dockerfile, raw))).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining(message),
  });
});

test('stages have the names and images they are given', () => {
  expect(stagesOf('FROM a AS One\nFROM b\nFROM One\n', {})).toMatchObject([
    { name: 'one', from: 'a' },
    { name: undefined, from: 'b' },
    { name: undefined, from: 'One' },
  ]);
});

test('the instructions on top of the base, through all stages', async () => {
  const dockerfile = 'FROM a AS one\nrun x\nFROM b\nADD y /\nFROM one\nENV A=b\nCOPY --from=1 /y /\n';
  const of = async (raw: object) => (await readDockerfile(request(dockerfile, raw))).instructions;
  expect(await of({})).toEqual(['RUN', 'ENV', 'COPY']);
  expect(await of({ target: 'one' })).toEqual(['RUN']);
  expect(await of({ contexts: { a: 'docker-image://c' } })).toEqual(['RUN', 'ENV', 'COPY']);
  expect(await of({ contexts: { one: 'docker-image://c' } })).toEqual(['ENV', 'COPY']);
});

test('named contexts: folders are relative to the context, the rest stays', () => {
  const sources = { a: 'lib', b: 'oci-layout://base@sha256:1', c: 'docker-image://alpine', d: 'git@x:y.git' };
  const { context, ...rest } = request('FROM scratch\n', { contexts: sources });
  const values = contextArguments({ context, ...rest }).filter((word) => word !== '--build-context');
  expect(values).toEqual([
    `a=${context}/lib`,
    `b=oci-layout://${context}/base@sha256:1`,
    'c=docker-image://alpine',
    'd=git@x:y.git',
  ]);
});
