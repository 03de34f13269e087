import type { Content } from './types.ts';

/** What differs between the snapshot and the restored copy, in sentences; empty when nothing does. */
export function differences(dumped: Content, restored: Content): string[] {
  const problems: string[] = [];
  if (dumped.bytes !== restored.bytes) {
    problems.push(`${restored.bytes} bytes were restored, ${dumped.bytes} were dumped`);
  }
  if (dumped.schema !== restored.schema) problems.push('the definitions of tables or indexes differ');
  const found = new Map(restored.tables.map((table) => [table.name, table]));
  for (const { name, rows, checksum } of dumped.tables) {
    const copy = found.get(name);
    found.delete(name);
    if (!copy) problems.push(`table ${name} is missing`);
    else if (copy.rows !== rows) problems.push(`table ${name} has ${copy.rows} rows, ${rows} were dumped`);
    else if (copy.checksum !== checksum) problems.push(`table ${name} has other content`);
  }
  for (const name of found.keys()) problems.push(`table ${name} was not in the dump`);
  return problems;
}
