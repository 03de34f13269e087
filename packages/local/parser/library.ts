import { registerHooks } from 'node:module';

/**
 * `@actions/workflow-parser` imports its JSON schemas without an import attribute, which only bundlers
 * accept. The hook adds the attribute for that package alone, so that Node can load it unbundled.
 */
registerHooks({
  load(url, context, next) {
    const schema = url.includes('/@actions/workflow-parser/') && url.endsWith('.json');
    return schema ? next(url, { ...context, importAttributes: { type: 'json' } }) : next(url, context);
  },
});

const workflows = await import('@actions/workflow-parser');
const actions = await import('@actions/workflow-parser/actions/index');
const conditions = await import('@actions/workflow-parser/model/converter/if-condition');

export const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = workflows;
export const { parseAction, convertActionTemplate } = actions;
export const { ensureStatusFunction } = conditions;
