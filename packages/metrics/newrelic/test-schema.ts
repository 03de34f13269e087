import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where `test/install-lanes` puts a library that was made from NerdGraph's published schema. */
const PYTHON = '/usr/local/lib/fairway-nerdgraph/bin/python3';
export const haveSchema = existsSync(PYTHON);

/**
 * Validates each request against the schema, and completes its answer by the schema's types: what comes out must
 * be what the emulator said. The problems, in words.
 */
export function problemsOf(exchanged: readonly object[]): string[] {
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', CHECK], {
    input: JSON.stringify(exchanged),
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The types on the way to NRQL, and all that they name; the whole schema takes too long to read. */
const CHECK = `
import json, re, sys
from graphql import build_schema, graphql_sync, parse, validate
from newrelic_sb_sdk.graphql import nerdgraph, objects
from sgqlc.types import Enum
ways = {'RootQueryType': ['actor'], 'Actor': ['account'], 'Account': ['id', 'name', 'nrql']}
types = {one.__name__: one for one in nerdgraph}
made = {name: '' for name in ['Int', 'Float', 'String', 'Boolean', 'ID']}
def add(name):
    if name in made or name not in types: return
    one = types[name]
    if name in ways:
        fields = [repr(field) for field in one if field.graphql_name in ways[name]]
        made[name] = 'type %s { %s }' % (name, '\\n'.join(fields))
    elif issubclass(one, Enum): made[name] = 'enum %s { %s }' % (name, ' '.join(one.__choices__))
    else: made[name] = re.sub('implements [^{]+', lambda found: found.group(0).replace(', ', ' & '), repr(one))
    for other in re.findall('[A-Z][A-Za-z0-9]+', made[name]): add(other)
add('RootQueryType')
schema = build_schema('\\n'.join(made.values()) + ' schema { query: RootQueryType }', assume_valid=True)
problems = []
def resolve(source, info, **_): return source.get(info.path.key)
for one in json.load(sys.stdin):
    request, answer = one['request'], one['answer']
    problems += [error.message for error in validate(schema, parse(request['query']))]
    if 'errors' in answer: continue
    said = graphql_sync(schema, request['query'], root_value=answer['data'], variable_values=request['variables'], field_resolver=resolve)
    problems += [error.message for error in said.errors or []]
    if said.data != answer['data']: problems.append('other data: %s' % said.data)
print(json.dumps(problems))
`;
