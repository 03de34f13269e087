import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { releaseFrom } from '../src/release.ts';
import { createApp } from '../src/server.ts';
import { openStore } from '../src/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'storefront-'));
const store = openStore(join(folder, 'test.db'));
const server = createApp({ store, release: releaseFrom({ FAIRWAY_VERSION: '1.2.3' }) });
let base = '';

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

const order = (body: unknown) => fetch(`${base}/api/orders`, { method: 'POST', body: JSON.stringify(body) });

describe('storefront', () => {
  it('shows the products and the version', async () => {
    const page = await (await fetch(base)).text();
    assert.match(page, /Brass compass/);
    assert.match(page, /version 1\.2\.3/);
  });

  it('lists products', async () => {
    const { products } = await (await fetch(`${base}/api/products`)).json();
    assert.ok(products.length >= 4);
    assert.ok(products.every((product: { price: number }) => product.price > 0));
  });

  it('takes an order and lists it', async () => {
    const response = await order({ product: 'rope', quantity: 3 });
    assert.equal(response.status, 201);
    const placed = await response.json();
    assert.equal(placed.total, 8400);
    const { orders } = await (await fetch(`${base}/api/orders`)).json();
    assert.equal(orders[0].id, placed.id);
  });

  it('refuses a wrong order', async () => {
    assert.equal((await order({ product: 'whale', quantity: 1 })).status, 404);
    for (const quantity of [0, 1.5, 100, '2']) {
      assert.equal((await order({ product: 'rope', quantity })).status, 400);
    }
    const broken = await fetch(`${base}/api/orders`, { method: 'POST', body: '{' });
    assert.equal(broken.status, 400);
  });

  it('is healthy, counts requests, and tells its version', async () => {
    assert.equal((await fetch(`${base}/healthz`)).status, 200);
    assert.equal((await (await fetch(`${base}/version`)).json()).version, '1.2.3');
    const metrics = await (await fetch(`${base}/metrics`)).text();
    assert.match(metrics, /http_requests_total\{method="GET",status="200"\} \d+/);
    assert.equal((await fetch(`${base}/nowhere`)).status, 404);
  });

  it('keeps the orders when it is opened again', () => {
    const path = join(folder, 'again.db');
    const first = openStore(path);
    first.placeOrder({ id: 'rope', name: 'Rope', price: 100, emoji: '' }, 2);
    // While one release replaces another, both have the file open.
    const second = openStore(path);
    assert.equal(second.orders().length, 1);
    first.close();
    second.check();
    second.close();
  });
});
