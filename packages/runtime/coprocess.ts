import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { CommandError } from './errors.ts';
import { ownEnvironment } from './exec.ts';

interface Question {
  readonly input: string;
  /** The answer as soon as the bytes hold all of it. */
  readonly parse: (output: Buffer) => unknown;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A child process that answers one question after the other (`git cat-file --batch`): starting a process
 * costs milliseconds, asking one microseconds. Started by the first question, and again after it died.
 * While idle it does not keep Node alive; it ends with its standard input.
 */
export class Coprocess {
  readonly #argv: readonly [string, ...string[]];
  readonly #addEnv: Record<string, string>;
  readonly #questions: Question[] = [];
  #child: ChildProcess | undefined;
  #output: Buffer[] = [];
  #stderr = '';

  constructor(argv: readonly [string, ...string[]], addEnv: Record<string, string> = {}) {
    this.#argv = argv;
    this.#addEnv = addEnv;
  }

  /** `parse` returns undefined until the output is complete. Rejects with CommandError when the child dies. */
  ask<T>(input: string, parse: (output: Buffer) => T | undefined): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#questions.push({ input, parse, resolve, reject });
      if (this.#questions.length === 1) this.#send();
    });
  }

  #send(): void {
    const [question] = this.#questions;
    this.#child ??= this.#start();
    this.#hold(question !== undefined);
    if (question) this.#child.stdin?.write(question.input);
  }

  #start(): ChildProcess {
    const [command, ...args] = this.#argv;
    const child = spawn(command, args, {
      windowsHide: true,
      env: { ...ownEnvironment(), ...this.#addEnv },
    });
    this.#output = [];
    this.#stderr = '';
    child.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text;
    });
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => this.#died(child, error));
    child.on('close', (code) => this.#died(child, new CommandError(this.#argv, code, this.#stderr)));
    return child;
  }

  #read(chunk: Buffer): void {
    this.#output.push(chunk);
    const [question] = this.#questions;
    if (!question) return;
    try {
      const answer = question.parse(Buffer.concat(this.#output));
      if (answer === undefined) return;
      question.resolve(answer as never);
    } catch (error) {
      question.reject(error);
    }
    this.#next();
  }

  #died(child: ChildProcess, error: unknown): void {
    if (child !== this.#child) return;
    this.#child = undefined;
    const [question] = this.#questions;
    if (!question) return;
    question.reject(error);
    this.#next();
  }

  #next(): void {
    this.#questions.shift();
    this.#output = [];
    if (this.#questions.length > 0) this.#send();
    else this.#hold(false);
  }

  /** Holds Node alive while a question is open, and not a moment longer. */
  #hold(on: boolean): void {
    const child = this.#child;
    if (!child) return;
    const streams = [child.stdin, child.stdout, child.stderr] as (Socket | null)[];
    for (const handle of [child, ...streams]) {
      if (on) handle?.ref();
      else handle?.unref();
    }
  }
}
