/** The source of a release: a small service that writes into STORY when it starts and when it is told to end. */
export const app = `
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
const { FAIRWAY_VERSION: version, STORY, PORT, HOST } = process.env;
const tell = (what) => appendFileSync(STORY, JSON.stringify({ what, version, pid: process.pid }) + '\\n');
const server = createServer((request, response) => {
  response.setHeader('x-version', version);
  response.end(version);
});
server.listen(PORT, HOST, () => tell('start'));
process.on('SIGTERM', () => {
  tell('end');
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
`;

/**
 * The command metric: a thousand requests since the last look, and none has failed. Where a file \`bad\` lies
 * beside it, half of them failed from the look on whose number stands there.
 */
export const measure = `#!/bin/sh
here="\${0%/*}"
echo "$FAIRWAY_VERSION" >> "$here/looks"
events=0
if [ "$FAIRWAY_VERSION" = 2.0.0 ] && [ -e "$here/bad" ]; then
  read -r from < "$here/bad"
  n=0
  while read -r _; do n=$((n + 1)); done < "$here/looks"
  [ "$n" -ge "$from" ] && events=500
fi
echo "{ \\"events\\": $events, \\"total\\": 1000 }"
`;
