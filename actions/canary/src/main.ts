import { runAction } from '@fairway/runtime';
import { definition } from './definition.ts';
import { post, run } from './run.ts';

await runAction(definition, { run, post });
