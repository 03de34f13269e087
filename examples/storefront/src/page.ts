import type { Product } from './catalog.ts';
import { formatPrice } from './catalog.ts';
import type { Release } from './release.ts';

export const headline = 'Everything a small boat needs';

export function renderPage(products: Product[], orders: number, release: Release): string {
  const items = products
    .map(
      ({ emoji, name, price }) =>
        `<li><span class="emoji">${emoji}</span><b>${escapeHtml(name)}</b><span>${formatPrice(price)}</span></li>`,
    )
    .join('\n      ');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Storefront</title>
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; margin: 4rem auto; max-width: 34rem; padding: 0 1rem; color: #12313b; background: #f4f8f9 }
      h1 { margin: 0; letter-spacing: -.02em }
      ul { list-style: none; margin: 2rem 0; padding: 0; background: #fff; border-radius: 12px; box-shadow: 0 1px 4px #12313b22 }
      li { display: flex; gap: 1rem; padding: .9rem 1.2rem; border-top: 1px solid #e3edf0 }
      li:first-child { border: 0 }
      b { flex: 1; font-weight: 600 }
      footer { color: #55757f; font-size: .85rem }
    </style>
  </head>
  <body>
    <h1>Storefront</h1>
    <p>${headline}</p>
    <ul>
      ${items}
    </ul>
    <footer>${orders} orders so far · version ${escapeHtml(release.version)} · ${escapeHtml(release.environment)}</footer>
  </body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
