/** By hand: `node test/assemble/large.ts [MB]`. Fails when a layer of that size takes 200 MB of memory. */
import { measure } from './support/measure.ts';

const measured = await measure(Number(process.argv[2] ?? 1_024));
console.log(measured);
const { peakMb } = measured.pushed;
if (peakMb >= 200) throw new Error(`${peakMb} MB of memory, the limit is 200`);
