import { request } from 'node:http';
import { connect } from 'node:net';
import { systemFiles } from '@fairway/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlOf } from './control.ts';
import { layoutIn, type ProcessTarget } from './target.ts';
import { freePort, service, TestHome } from './test-home.ts';

let home: TestHome;
let target: ProcessTarget;
let port: number;

beforeAll(async () => {
  home = await TestHome.create();
  port = await freePort();
  target = home.open('proxy', port);
  const release = await home.release('1.0.0', service());
  await target.apply(target.plan(await target.inspect(), release), new AbortController().signal);
});
afterAll(() => home.remove());

/** Bytes as they go over the wire, until the other side closes. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8').on('data', (chunk) => {
      received += chunk;
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
    socket.setTimeout(5_000, () => socket.destroy(new Error(`hangs after: ${received}`)));
  });
}

const status = async () => {
  const control = await controlOf(layoutIn(home.context('proxy')), systemFiles);
  if (!control) throw new Error('no supervisor');
  return await control.status();
};

describe('proxy', () => {
  it('keeps Host, tells who asks, and drops what is for one connection only', async () => {
    const answer = await raw(
      'GET /headers HTTP/1.1\r\nHost: shop.test\r\nConnection: close, X-Private\r\nX-Private: 1\r\n' +
        'Keep-Alive: timeout=5\r\nTE: trailers\r\nX-Forwarded-For: 10.0.0.9\r\nX-Twice: a\r\nX-Twice: b\r\n\r\n',
    );
    const list: string[] = JSON.parse(answer.slice(answer.indexOf('['), answer.lastIndexOf(']') + 1));
    const pairs = list.flatMap((name, i) => (i % 2 ? [] : [`${name.toLowerCase()}: ${list[i + 1]}`]));
    expect(pairs.sort()).toEqual([
      'connection: close',
      'host: shop.test',
      'x-forwarded-for: 10.0.0.9, 127.0.0.1',
      'x-forwarded-host: shop.test',
      'x-forwarded-proto: http',
      'x-twice: a',
      'x-twice: b',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toMatch(/X-Fairway-Revision: [0-9a-f]{12}\r\n/);
  });

  it('carries bodies of any framing', async () => {
    const chunked = 'POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await raw(`${chunked}5\r\nhello\r\n6\r\n there\r\n0\r\n\r\n`)).toContain('hello');
    const sized = 'DELETE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc';
    expect(await raw(sized)).toContain('abc');
    expect(await raw('POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 200/);
    expect(await raw('GET / HTTP/1.0\r\n\r\n')).toMatch(/1\.0\.0$/);
    expect(await raw('HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/\r\n\r\n$/);
    expect(await raw('GET /?status=304 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 304/,
    );
  });

  it('refuses a request whose length is told twice', async () => {
    const smuggled =
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
    expect(await raw(smuggled)).toMatch(/^HTTP\/1\.1 400/);
  });

  it('streams a large body without keeping it', async () => {
    const size = 160 * 1024 * 1024;
    const before = await memory();
    const received = await new Promise<number>((resolve, reject) => {
      let bytes = 0;
      const sent = request({ port, method: 'POST', path: '/', agent: false }, (response) => {
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on('end', () => resolve(bytes));
      });
      sent.on('error', reject);
      sent.end(Buffer.alloc(size));
    });
    expect(received).toBe(size + '1.0.0'.length);
    expect((await memory()) - before).toBeLessThan(112 * 1024);
  });

  it('passes an upgrade through, both ways', async () => {
    const head = 'GET /chat HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n';
    const answer = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(head));
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        received += chunk;
        if (received.endsWith('\r\n\r\n')) socket.write('ping');
        if (received.endsWith('ping')) socket.end();
      });
      socket.on('close', () => resolve(received));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 101 Switching Protocols\r\n.*ping$/s);
    await settled();
  });

  it('cuts an answer that the release cuts, and forgets a client that goes', async () => {
    await expect(fetch(`http://127.0.0.1:${port}/cut`).then((answer) => answer.text())).rejects.toThrow();
    const leaving = connect(port, '127.0.0.1');
    leaving.write('GET /?wait=3000 HTTP/1.1\r\nHost: x\r\n\r\n');
    for (const end = Date.now() + 2_000; (await status()).live?.inFlight !== 1; ) {
      if (Date.now() > end) throw new Error('the request never arrived');
    }
    leaving.destroy();
    await settled();
  });

  it('counts a client that gave up waiting as a failure, and one that went at once as none', async () => {
    const figures = async () => {
      const control = await controlOf(layoutIn(home.context('proxy')), systemFiles);
      const digest = (await target.inspect()).live?.digest;
      const path = `/window?digest=${digest}&from=${Date.now() - 600_000}&to=${Date.now() + 1_000}`;
      const answer = await control?.call<{ window: { requests: number; errors: number } }>({
        ...{ method: 'GET', path, timeout: 5_000 },
      });
      return answer?.window ?? { requests: 0, errors: 0 };
    };
    const before = await figures();
    const leave = async (after: number) => {
      const signal = AbortSignal.timeout(after);
      await expect(fetch(`http://127.0.0.1:${port}/?wait=3000`, { signal })).rejects.toThrow();
      await settled();
    };
    await leave(200);
    expect(await figures()).toMatchObject({ requests: before.requests, errors: before.errors });
    await leave(1_200);
    expect(await figures()).toMatchObject({ requests: before.requests + 1, errors: before.errors + 1 });
  });
});

async function settled(): Promise<void> {
  for (const end = Date.now() + 2_000; (await status()).live?.inFlight !== 0; ) {
    if (Date.now() > end) throw new Error('a request stays in flight');
  }
}

/** Resident memory of the supervisor in kB; 0 where the system does not tell. */
async function memory(): Promise<number> {
  const text = await systemFiles.read(`/proc/${(await status()).pid}/status`);
  return Number(/VmRSS:\s+(\d+)/.exec(text ?? '')?.[1] ?? 0);
}
