/** By hand: `node test/registry/large.ts [MB]`. Fails when a push or pull takes 200 MB of memory. */
import { measure } from './support/measure.ts';

const measured = await measure(Number(process.argv[2] ?? 1_024));
console.log(measured);
if (measured.peakMb >= 200) throw new Error(`${measured.peakMb} MB of memory, the limit is 200`);
