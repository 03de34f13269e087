import { expect, test } from 'vitest';
import { parseWorkflowCommand } from './workflow-commands.ts';

test('name, properties and data, unescaped', () => {
  expect(parseWorkflowCommand('  ::error file=a%2Cb.ts,line=3,title=A%3A B::50%25%0Anext::line')).toEqual({
    name: 'error',
    properties: { file: 'a,b.ts', line: '3', title: 'A: B' },
    data: '50%\nnext::line',
  });
  expect(parseWorkflowCommand('::EndGroup::')).toEqual({ name: 'endgroup', properties: {}, data: '' });
});

test.each(['plain', 'x ::error::y', '::', '::error', ':: ::x'])('%j is no command', (line) => {
  expect(parseWorkflowCommand(line)).toBeUndefined();
});
