import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workflowLog } from './log.ts';
import { Redactor } from './redact.ts';
import { Summary } from './summary.ts';

function open() {
  const lines: string[] = [];
  const redactor = new Redactor();
  return { lines, redactor, log: workflowLog(redactor, (line) => lines.push(line)) };
}
/** What the runner obeys: `::` at the start of a line after blanks, `##[` anywhere. */
const obeyed = (output: string) =>
  output.split(/\r\n|\r|\n/).filter((line) => /^[\s\u0085]*::/.test(line) || line.includes('##['));

test.each([
  '::error::x',
  '  ::set-output name=a::b',
  '\u0085::stop-commands::x',
  'a\r::add-mask::b',
  'a\n\t::debug::b',
  'text ##[command]x',
  '##[group]x',
])('%j is printed, not obeyed', (text) => {
  const { lines, log } = open();
  log.info(text);
  expect(obeyed(lines.join('\n'))).toEqual([]);
  expect(lines.join('').replaceAll('\u200b', '')).toContain(text.split(/[\r\n]/).at(-1));
});

test('no text breaks out of a line, an annotation or a group', async () => {
  const nasty = fc
    .array(fc.constantFrom('::', '##[', '\n', '\r', '%0A', ' ', 'error', ',', ':', 'x'))
    .map((p) => p.join(''));
  await fc.assert(
    fc.asyncProperty(nasty, async (text) => {
      const { lines, log } = open();
      log.info(text);
      expect(obeyed(lines.join('\n'))).toEqual([]);
      lines.length = 0;
      log.warning(text, { title: text, file: text });
      log.debug(text);
      await log.group(text, async () => undefined);
      expect(lines).toHaveLength(4);
      for (const line of lines) expect(line).not.toMatch(/[\r\n]/);
    }),
  );
});

test('properties are escaped and secrets are hidden in every part', () => {
  const { lines, log, redactor } = open();
  redactor.add('hunter22');
  log.error('hunter22: 100%\nsecond', { title: 'a,b:c hunter22', file: 'x.ts', line: 3, column: 4 });
  expect(lines).toEqual(['::error title=a%2Cb%3Ac ***,file=x.ts,line=3,col=4::***: 100%25%0Asecond']);
});

test('past ten annotations of a level the text goes to the log; a long one is cut and logged whole', () => {
  const { lines, log } = open();
  for (let i = 1; i <= 12; i++) log.warning(`w${i}`);
  log.error('other level');
  expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(10);
  expect(lines.slice(10)).toEqual(['warning: w11', 'warning: w12', '::error::other level']);
  lines.length = 0;
  log.notice('y'.repeat(5_000));
  expect(lines[0]?.length).toBeLessThanOrEqual(4096 + '::notice::'.length);
  expect(lines[1]).toBe('y'.repeat(5_000));
});

test('a summary stays within the platform and says that it was cut', () => {
  const summary = new Summary();
  for (let i = 0; i < 30_000; i++) summary.paragraph(`zeile ${i} äöü ${'x'.repeat(30)}`);
  const text = summary.text();
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
  expect(text).toMatch(/Cut here/);
  expect(text).not.toContain('\ufffd');
});

test('text in a summary cannot leave its cell or its fence', () => {
  const text = new Summary()
    .table(['a'], [['x | y\nz']])
    .code('```\nend\n````')
    .text();
  expect(text).toContain('| x \\| y<br>z |');
  expect(text).toMatch(/`{5}\n```\nend\n````\n`{5}/);
});
