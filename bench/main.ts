/** `npm run bench -- <name>`: measures one thing beside its peers, in one run. */
import { readdirSync } from 'node:fs';
import { didYouMean } from '@fairway/schema';

const folder = import.meta.dirname;
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !['main.ts', 'measure.ts'].includes(file))
  .map((file) => file.replace(/\.ts$/, ''));
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !names.includes(name));
if (unknown !== undefined) {
  console.error(`unknown benchmark "${unknown}".${didYouMean(unknown, names)}`);
  process.exitCode = 2;
} else {
  for (const name of wanted.length ? wanted : names) {
    const { bench } = await import(`./${name}.ts`);
    await bench();
  }
}
