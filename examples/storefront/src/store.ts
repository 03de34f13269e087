import { DatabaseSync } from 'node:sqlite';
import type { Product } from './catalog.ts';
import { catalog } from './catalog.ts';

export interface Order {
  id: number;
  product: string;
  quantity: number;
  /** Cents. */
  total: number;
  placedAt: string;
}

export interface Store {
  products(): Product[];
  placeOrder(product: Product, quantity: number): Order;
  /** Newest first. */
  orders(limit?: number): Order[];
  /** Throws when the database cannot be read. */
  check(): void;
  close(): void;
}

/**
 * Each step only adds, so that the release before it can go on working with the same file: two releases
 * share it while one replaces the other. Never change a step; append one.
 */
const MIGRATIONS = [
  `CREATE TABLE orders (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     product TEXT NOT NULL,
     quantity INTEGER NOT NULL CHECK (quantity > 0),
     total INTEGER NOT NULL,
     placed_at TEXT NOT NULL
   )`,
  'CREATE INDEX orders_by_time ON orders (placed_at)',
];

export function openStore(path: string): Store {
  const db = new DatabaseSync(path);
  db.exec('PRAGMA busy_timeout = 5000');
  db.exec('PRAGMA journal_mode = WAL');
  migrate(db);
  const insert = db.prepare(
    'INSERT INTO orders (product, quantity, total, placed_at) VALUES (?, ?, ?, ?) RETURNING id',
  );
  const newest = db.prepare(
    'SELECT id, product, quantity, total, placed_at AS placedAt FROM orders ORDER BY id DESC LIMIT ?',
  );
  const version = db.prepare('PRAGMA user_version');
  return {
    products: () => catalog,
    placeOrder(product, quantity) {
      const placedAt = new Date().toISOString();
      const total = product.price * quantity;
      const row = insert.get(product.id, quantity, total, placedAt);
      return { id: Number(row?.id), product: product.id, quantity, total, placedAt };
    },
    orders: (limit = 50) => newest.all(limit) as unknown as Order[],
    check() {
      const row = version.get();
      if (Number(row?.user_version) < MIGRATIONS.length) throw new Error('the database is not migrated');
    },
    close: () => db.close(),
  };
}

/** A newer release may have migrated further: that is fine, since steps only add. */
function migrate(db: DatabaseSync): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    const done = Number(db.prepare('PRAGMA user_version').get()?.user_version);
    for (const step of MIGRATIONS.slice(done)) db.exec(step);
    if (done < MIGRATIONS.length) db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
