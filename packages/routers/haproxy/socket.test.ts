import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RuntimeSocket, word } from './socket.ts';

let folder: string;
let server: Server | undefined;
let opened: Socket[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairway-socket-'));
});
afterEach(() => {
  for (const socket of opened) socket.destroy();
  opened = [];
  server?.close();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** A socket that answers each connection with what `answer` makes of its command; undefined: never. */
async function at(answer: (command: string) => string | undefined): Promise<string> {
  const path = join(folder, 'admin.sock');
  const made = createServer((socket) => {
    opened.push(socket);
    socket.setEncoding('utf8').on('data', (command: string) => {
      const text = answer(command);
      if (text !== undefined) socket.end(text);
    });
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(path, resolve));
  return path;
}

describe('runtime socket', () => {
  it('sends a line, and gives the answer without its blank end', async () => {
    const asked: string[] = [];
    const path = await at((command) => {
      asked.push(command);
      return '5 (initial 0)\n\n';
    });
    expect(await new RuntimeSocket(path).read('get weight shop/live')).toBe('5 (initial 0)');
    expect(asked).toEqual(['get weight shop/live\n']);
  });

  it('sends changes in one go, and believes silence only', async () => {
    const asked: string[] = [];
    const answers = ['\n\n', '\nNo such server.\n\n', 'odd words\n', 'port changed\n'];
    const socket = new RuntimeSocket(await at((command) => answers[asked.push(command) - 1]));
    await socket.change(['a', 'b']);
    await expect(socket.change(['a', 'b'])).rejects.toThrow('there is no such server');
    await expect(socket.change(['a'])).rejects.toThrow('HAProxy did not do "a": odd words');
    await socket.change(['a'], undefined, /^port changed/);
    expect(asked).toEqual(['a;b\n', 'a;b\n', 'a\n', 'a\n']);
  });

  it.each([
    ['Permission denied\n\n', 'may not do that', 'level admin'],
    ["Can't find backend.\n\n", 'no such backend', 'name of the backend'],
    ['Unknown ACL identifier. Please use #<id> or <file>.\n\n', 'uses no such file', '-f <file>'],
    ['Unknown command, but maybe ...\n  help\n\n', 'does not know', 'master'],
  ])('explains %j', async (said, message, mend) => {
    const path = await at(() => said);
    const error = await new RuntimeSocket(path).read('show x').catch((thrown) => thrown);
    expect(error).toMatchObject({ name: 'UserError', where: path });
    expect(error.message).toContain(message);
    expect(error.mend).toContain(mend);
  });

  it('tells a wrong path, a dead server, silence and an early end apart', async () => {
    await expect(new RuntimeSocket(join(folder, 'no.sock')).read('x')).rejects.toMatchObject({
      name: 'UserError',
      message: 'there is no socket of HAProxy (ENOENT)',
    });
    await expect(new RuntimeSocket('127.0.0.1:1').read('x')).rejects.toMatchObject({ name: 'RemoteError' });
    const said: Record<string, string> = { 'end\n': '', 'break\n': '5 (init' };
    const path = await at((command) => said[command]);
    await expect(new RuntimeSocket(path).read('break')).rejects.toThrow('its answer broke off');
    await expect(new RuntimeSocket(path, { timeout: 50 }).read('wait')).rejects.toThrow('within 0.05s');
    await expect(new RuntimeSocket(path).read('end')).rejects.toThrow('without an answer');
  });

  it.skipIf(process.getuid?.() === 0)('says when the socket is closed to us', async () => {
    const path = await at(() => '\n');
    chmodSync(path, 0);
    await expect(new RuntimeSocket(path).read('x')).rejects.toThrow('permission denied');
  });

  it('ends at once on abort, with its reason', async () => {
    const socket = new RuntimeSocket(await at(() => undefined));
    const controller = new AbortController();
    const asked = socket.read('wait', controller.signal);
    setTimeout(() => controller.abort(new Error('cancelled')), 20);
    await expect(asked).rejects.toThrow('cancelled');
    await expect(socket.read('wait', controller.signal)).rejects.toThrow('cancelled');
  });

  it('refuses an address that is none, and a second command in a value', async () => {
    for (const bad of ['', 'admin.sock', 'host', 'host:0', 'host:99999', 'http://host:80', 'a:b:1']) {
      expect(() => new RuntimeSocket(bad), bad).toThrow('is no socket of HAProxy');
    }
    expect(new RuntimeSocket('[::1]:9999').at).toBe('[::1]:9999');
    writeFileSync(join(folder, 'file'), '');
    await expect(new RuntimeSocket(join(folder, 'file')).read('a\nb')).rejects.toThrow('line break');
    expect(word('a;b c\\')).toBe('a\\;b\\ c\\\\');
  });
});
