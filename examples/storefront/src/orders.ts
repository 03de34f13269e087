import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from './json.ts';
import type { Store } from './store.ts';

const LARGEST_BODY = 10_000;
const MOST = 99;

/** `POST /api/orders` with `{ "product": "compass", "quantity": 2 }`. */
export async function placeOrder(
  store: Store,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readJson(request);
  if (!body) return json(response, 400, { error: 'expected JSON with product and quantity' });
  const product = store.products().find(({ id }) => id === body.product);
  if (!product) return json(response, 404, { error: `no product "${body.product}"` });
  const { quantity } = body;
  if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 1 || quantity > MOST) {
    return json(response, 400, { error: `quantity must be a whole number from 1 to ${MOST}` });
  }
  return json(response, 201, store.placeOrder(product, quantity));
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > LARGEST_BODY) return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
