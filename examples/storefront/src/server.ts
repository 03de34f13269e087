import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { checkHealth } from './health.ts';
import { json } from './json.ts';
import { Metrics } from './metrics.ts';
import { placeOrder } from './orders.ts';
import { renderPage } from './page.ts';
import type { Release } from './release.ts';
import type { Store } from './store.ts';

interface App {
  store: Store;
  release: Release;
}

export function createApp({ store, release }: App): Server {
  const metrics = new Metrics();
  return createServer(async (request, response) => {
    const begin = performance.now();
    response.on('finish', () => {
      const seconds = (performance.now() - begin) / 1000;
      metrics.observe(request.method ?? 'GET', response.statusCode, seconds);
    });
    response.setHeader('x-version', release.version);
    try {
      await route({ store, release }, metrics, request, response);
    } catch (error) {
      console.error(error);
      if (!response.headersSent) json(response, 500, { error: 'something went wrong' });
    }
  });
}

async function route(
  { store, release }: App,
  metrics: Metrics,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://storefront');
  switch (`${request.method} ${pathname}`) {
    case 'GET /':
      return html(response, renderPage(store.products(), store.orders(1)[0]?.id ?? 0, release));
    case 'GET /api/products':
      return json(response, 200, { products: store.products() });
    case 'GET /api/orders':
      return json(response, 200, { orders: store.orders() });
    case 'POST /api/orders':
      return await placeOrder(store, request, response);
    case 'GET /healthz': {
      const health = checkHealth(store);
      return json(response, health.ok ? 200 : 503, health);
    }
    case 'GET /metrics':
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      response.end(metrics.render());
      return;
    case 'GET /version':
      return json(response, 200, release);
    default:
      return json(response, 404, { error: 'not found' });
  }
}

function html(response: ServerResponse, page: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(page);
}
