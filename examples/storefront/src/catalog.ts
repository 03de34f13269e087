export interface Product {
  id: string;
  name: string;
  /** Cents. */
  price: number;
  emoji: string;
}

export const catalog: Product[] = [
  { id: 'compass', name: 'Brass compass', price: 4900, emoji: '🧭' },
  { id: 'lantern', name: 'Storm lantern', price: 3250, emoji: '🏮' },
  { id: 'rope', name: 'Mooring rope, 20 m', price: 2800, emoji: '🪢' },
  { id: 'chart', name: 'Harbour chart', price: 1900, emoji: '🗺️' },
];

export function formatPrice(cents: number): string {
  return `€ ${(cents / 100).toFixed(2)}`;
}
