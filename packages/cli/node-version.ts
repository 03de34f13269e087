/*
 * Evaluated before everything else: under an older Node the first import of node:sqlite would end in a stack
 * trace. Written for any Node, and imported first by main.ts.
 */
const [major = 0] = process.versions.node.split('.').map(Number);

if (major < 24) {
  process.stderr.write(
    `error fairway needs Node 24 or newer; this is Node ${process.versions.node}\n` +
      'To mend it: in a checkout of Fairway, run `npm run fairway -- <command>`, which uses the Node 24 that ' +
      '`npm ci` installed; elsewhere install Node 24\n',
  );
  // What exit-codes.ts calls `usage`.
  process.exit(2);
}
