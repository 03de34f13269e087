import { runAction } from '@fairway/runtime';
import { definition } from './definition.ts';
import { run } from './run.ts';

await runAction(definition, { run });
