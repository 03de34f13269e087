import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeError } from '@fairway/runtime';
import { expect, test } from 'vitest';
import type { Subject } from './conformance.ts';
import { everyByte, rawConfig, tagsOf } from './image-check.ts';
import { contextWith, DOCKERFILE, run, type Scene } from './scene.ts';

const SECRET = 'correct-horse-battery';
/** Uses the secret, says it, and keeps only its length. */
const MOUNT = '--mount=type=secret,id=npm ';
const BASE = 'FROM scratch\nCOPY busybox /bin/busybox\n';
const WITH_SECRET = `${BASE}${run('busybox wc -c < /run/secrets/npm > /length; busybox cat /run/secrets/npm; echo', MOUNT)}\n`;
const COPIED = `${BASE}${run('busybox mkdir -p /app; busybox cat /run/secrets/npm > /app/.npmrc', MOUNT)}\n`;
const BAKED = 'FROM scratch\nCOPY busybox /bin/busybox\nARG TOKEN\nENV TOKEN=$TOKEN\n';
const FAILING = `${BASE}${run('busybox cat /run/secrets/npm; echo; echo just-before-the-end; exit 7', MOUNT)}\n`;
const SLOW = `${BASE}${run('echo now-asleep; busybox sleep 313')}\n`;

interface DockerfileSubject extends Pick<Subject, 'builder' | 'scene' | 'section'> {
  /** What the builder's surroundings need to be said in the Dockerfile. */
  readonly adapt?: (dockerfile: string) => string;
}

/** What the builders of a Dockerfile keep to, besides what all do. */
export function dockerfileConformance({
  builder,
  scene,
  section,
  adapt = (dockerfile) => dockerfile,
}: DockerfileSubject): void {
  const build = async (
    one: Scene,
    dockerfile: string,
    raw: object = {},
    secrets: Record<string, string> = {},
  ) => {
    const context = contextWith({
      'build/Dockerfile': adapt(dockerfile),
      'extra/greeting': 'from elsewhere\n',
    });
    const given = { ...section, dockerfile: 'build/Dockerfile', ...raw };
    return await builder.build(await one.request(context, given, secrets), one.ports);
  };
  const nothingLeft = (one: Scene) => {
    expect(tagsOf(one.layout)).toEqual([]);
    expect(one.leftovers()).toEqual([]);
  };

  test('build arguments, a target and a named context', async () => {
    const one = scene();
    await build(one, DOCKERFILE, { args: { GREETING: 'arranged' } });
    expect(everyByte(one.layout)).toContain('arranged\n');
    const two = scene();
    await build(two, 'FROM scratch AS a\nCOPY greeting /a\nFROM a AS b\nCOPY --from=more greeting /b\n', {
      target: 'b',
      contexts: { more: 'extra' },
    });
    expect(everyByte(two.layout)).toContain('from elsewhere\n');
    const three = scene();
    await build(three, DOCKERFILE, { target: 'tools' });
    expect(rawConfig(three.layout, '1.0.0').config.Entrypoint).toBeUndefined();
  });

  test('a secret is mounted, and is not in the image, its history, the log or an argument', async () => {
    const one = scene();
    await build(one, WITH_SECRET, { secrets: ['npm'] }, { npm: SECRET });
    const bytes = everyByte(one.layout);
    expect(bytes).toContain(`${SECRET.length}\n`);
    expect(bytes).not.toContain(SECRET);
    expect(JSON.stringify(rawConfig(one.layout, '1.0.0'))).not.toContain(SECRET);
    expect(one.log.join('\n')).toContain('***');
    expect(one.log.join('\n')).not.toContain(SECRET);
    expect(one.argv.join('\n')).not.toContain(SECRET);
    expect(one.masked).toEqual([SECRET]);
    expect(one.leftovers()).toEqual([]);
  });

  test.each([
    ['copied into a file', COPIED, {}, 'in the file /app/.npmrc'],
    [
      'baked into the environment',
      BAKED,
      { args: { TOKEN: SECRET } },
      'in its environment, labels or history',
    ],
  ])(
    'a secret that the Dockerfile has %s is found, and the image is not kept',
    async (_, dockerfile, raw, says) => {
      const one = scene();
      const failed = build(one, dockerfile, { ...raw, secrets: ['npm'] }, { npm: SECRET });
      await expect(failed).rejects.toMatchObject({
        name: 'UserError',
        message: `the build secret "npm" is in the image, ${says}`,
      });
      expect(everyByte(one.layout)).toBe('');
      expect(one.log.join('\n')).not.toContain(SECRET);
      nothingLeft(one);
    },
  );

  test('a failing step is a CommandError with the end of the log, without the secret', async () => {
    const one = scene();
    const failed = build(one, FAILING, { secrets: ['npm'] }, { npm: SECRET });
    const error = await failed.then(
      () => undefined,
      (reason: Error) => reason,
    );
    expect(error?.name).toBe('CommandError');
    const { text } = describeError(error);
    expect(text).toContain('exit');
    const told = JSON.stringify([text, error, one.log]);
    expect(told).toContain('just-before-the-end');
    expect(told).not.toContain(SECRET);
    nothingLeft(one);
  });

  test.each([
    ['no Dockerfile', undefined, {}, 'there is no Dockerfile'],
    ['an unknown target', DOCKERFILE, { target: 'tool' }, 'Did you mean "tools"?'],
    ['a secret without a value', DOCKERFILE, { secrets: ['npm'] }, '"npm" has no value'],
  ])('%s is a UserError before anything is started', async (_, dockerfile, raw, says) => {
    const one = scene();
    const context = contextWith({ Dockerfile: dockerfile ?? '' });
    if (dockerfile === undefined) rmSync(join(context, 'Dockerfile'));
    const failed = builder.build(await one.request(context, { ...section, ...raw }), one.ports);
    await expect(failed).rejects.toMatchObject({ name: 'UserError', message: expect.stringContaining(says) });
    expect(one.argv).not.toContain('build');
    nothingLeft(one);
  });

  test('a cancelled build ends its step and leaves nothing', async () => {
    const one = scene();
    const running = build(one, SLOW);
    running.catch(() => undefined);
    while (!one.log.join('\n').includes('313') || !sleepers()) await sleep(50);
    one.cancel.abort(new Error('cancelled by SIGTERM'));
    await expect(running).rejects.toThrow('cancelled by SIGTERM');
    for (let i = 0; i < 40 && sleepers(); i++) await sleep(50);
    expect(sleepers()).toBe('');
    nothingLeft(one);
  });
}

/** The ids of the processes of the slow step. */
function sleepers(): string {
  try {
    return execFileSync('pgrep', ['-f', '^busybox sleep 313$'], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
