import type { Annotation } from '../options.ts';
import { parseWorkflowCommand, type WorkflowCommand } from '../process/workflow-commands.ts';
import { annotate, type JobState, log } from './state.ts';

/** GitHub keeps this many annotations of each level and step. */
const MAX_ANNOTATIONS = 10;

/** Where the values go that a step sets by a line of output. */
export interface Sink {
  output(name: string, value: string): void;
  state(name: string, value: string): void;
}

/** Reads the output of one step: log lines, and the workflow commands among them. */
export class StepOutput {
  /** A command that ends the step in failure, such as the disabled `set-env`. */
  failure: string | undefined;
  readonly #job: JobState;
  readonly #step: string;
  readonly #sink: Sink;
  #resumeToken: string | undefined;
  readonly #counts = { error: 0, warning: 0, notice: 0 };

  constructor(job: JobState, step: string, sink: Sink) {
    this.#job = job;
    this.#step = step;
    this.#sink = sink;
  }

  /** Takes one line of the process's output. */
  line(text: string): void {
    const command = parseWorkflowCommand(text);
    if (this.#resumeToken !== undefined) {
      if (command && command.name === this.#resumeToken.toLowerCase()) this.#resumeToken = undefined;
      else log(this.#job, this.#step, text);
      return;
    }
    if (!command || !this.#perform(command)) log(this.#job, this.#step, text);
  }

  /** Adds an annotation of this step, within GitHub's limit. */
  annotate(level: Annotation['level'], message: string, properties: Record<string, string> = {}): void {
    if (++this.#counts[level] > MAX_ANNOTATIONS) {
      log(this.#job, this.#step, `${level}: ${message}`);
      return;
    }
    const annotation: Annotation = { level, message, step: this.#step };
    if (properties.title) annotation.title = properties.title;
    if (properties.file) annotation.file = properties.file;
    const numbers = { line: 'line', endLine: 'endLine', col: 'column', endColumn: 'endColumn' } as const;
    for (const [name, field] of Object.entries(numbers)) {
      const value = Number(properties[name]);
      if (properties[name] !== undefined && Number.isInteger(value)) annotation[field] = value;
    }
    annotate(this.#job, annotation);
  }

  #perform(command: WorkflowCommand): boolean {
    const { name, data, properties } = command;
    const place = { job: this.#job.result.key, step: this.#step };
    const { reporter } = this.#job.run;
    switch (name) {
      case 'error':
      case 'warning':
      case 'notice':
        this.annotate(name, data, properties);
        return true;
      case 'debug':
        reporter.report({ type: 'debug', text: this.#job.masks.hide(data), ...place });
        return true;
      case 'group':
        reporter.report({ type: 'group', title: this.#job.masks.hide(data), ...place });
        return true;
      case 'endgroup':
        reporter.report({ type: 'group-end', ...place });
        return true;
      case 'add-mask':
        if (data.trim() === '')
          this.annotate('warning', "Can't add secret mask for empty string in ##[add-mask] command.");
        this.#job.masks.add(data);
        return true;
      default:
        return this.#performRare(command);
    }
  }

  #performRare({ name, data, properties }: WorkflowCommand): boolean {
    switch (name) {
      case 'stop-commands':
        this.#resumeToken = data;
        return true;
      case 'echo':
        return true;
      case 'set-output':
      case 'save-state':
        this.annotate(
          'warning',
          `The \`${name}\` command is deprecated and will be disabled soon. Please upgrade to using Environment Files.`,
        );
        if (properties.name) this.#sink[name === 'set-output' ? 'output' : 'state'](properties.name, data);
        return true;
      case 'set-env':
      case 'add-path':
        this.failure = `The \`${name}\` command is disabled. Please upgrade to using Environment Files.`;
        this.annotate('error', this.failure);
        return true;
      case 'add-matcher':
      case 'remove-matcher':
        this.annotate('warning', `A local run has no problem matchers: '::${name}::' has no effect here.`);
        return true;
      default:
        return false;
    }
  }
}
