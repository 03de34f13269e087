import { openLedger } from '@fairway/ledger';
import { portsOf } from '../../packages/ledger/fixture.ts';

/** A writer of its own: `node writer.ts <folder> <name> <events>`. Prints each event that is written. */
const [folder = '', name = '', events = '0'] = process.argv.slice(2);
const ledger = await openLedger({ app: 'shop', ports: portsOf(folder) });
for (let turn = 0; turn < Number(events); turn++) {
  const message = `${name}-${turn}`;
  await ledger.append('dev', () => ({ event: { type: 'note', message }, state: {} }));
  process.stdout.write(`${message}\n`);
}
