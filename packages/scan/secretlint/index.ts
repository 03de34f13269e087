import { lintSource } from '@secretlint/core';
import { rules as preset } from '@secretlint/secretlint-rule-preset-recommend';
import { fingerprintOf } from '../fingerprint.ts';
import type { Finding, Rule, ScanEngine } from '../types.ts';
import { severityOf } from './severity.ts';

type Message = Awaited<ReturnType<typeof lintSource>>['messages'][number];

const PREFIX = '@secretlint/secretlint-rule-';
const shortName = (id: string): string => (id.startsWith(PREFIX) ? id.slice(PREFIX.length) : id);

/**
 * A comment in the source must not be able to silence a finding: an exception needs a reason and a day it
 * expires, and has its own file.
 */
const scanners = preset.filter(({ meta }) => shortName(meta.id) !== 'filter-comments');

// Rules are handed over as modules: names would be imported at run time, which a bundle cannot do.
const config = {
  rules: scanners.map((rule) => ({ id: rule.meta.id, rule })),
} as unknown as Parameters<typeof lintSource>[0]['options']['config'];

export const secretlintEngine: ScanEngine = {
  name: 'secretlint',
  rules: scanners.map(({ meta }): Rule => {
    const name = shortName(meta.id);
    return {
      id: `secretlint/${name}`,
      title: `Secret: ${name}`,
      severity: severityOf(name, 'error'),
      url: meta.docs?.url,
    };
  }),
  async scan(file, text) {
    const { messages } = await lintSource({
      source: { filePath: file, content: text, ext: extension(file), contentType: 'text' },
      options: { config, maskSecrets: true, noPhysicFilePath: true },
    });
    return await Promise.all(withoutOverlaps(messages).map((found) => toFinding(found, file, text)));
  },
};

async function toFinding(found: Message, file: string, text: string): Promise<Finding> {
  const name = shortName(found.ruleId);
  const rule = `secretlint/${name}`;
  const secret = text.slice(...found.range);
  return {
    rule,
    severity: severityOf(name, found.severity),
    message: withoutSecret(found.message, secret, found.messageId),
    file,
    // secretlint counts columns from 0, its editors' way; annotations and SARIF from 1.
    line: found.loc.start.line,
    column: found.loc.start.column + 1,
    endLine: found.loc.end.line,
    endColumn: found.loc.end.column + 1,
    fingerprint: await fingerprintOf(rule, file, secret),
  };
}

/** One rule may report a token and, overlapping it, the setting that holds it: the token is the finding. */
function withoutOverlaps(messages: readonly Message[]): readonly Message[] {
  const length = ({ range: [start, end] }: Message) => end - start;
  const better = (a: Message, b: Message) => length(a) - length(b) || b.range[0] - a.range[0];
  return messages.filter(
    (one, i) =>
      !messages.some(
        (other, j) =>
          i !== j &&
          other.ruleId === one.ruleId &&
          other.range[0] < one.range[1] &&
          one.range[0] < other.range[1] &&
          (better(other, one) || j - i) < 0,
      ),
  );
}

/** A piece of a secret this long in a message is a leak. */
const PIECE = 6;

/** The engine's mask is not trusted alone: a message that still holds a piece of the secret is replaced. */
function withoutSecret(message: string, secret: string, id: string): string {
  const short = message.replace(/\(?\*{3,}\)?/g, '').replace(/[\s:]+$/, '');
  const pieces = secret.split(/\s+/).flatMap((part) => windows(part, PIECE));
  return pieces.some((piece) => short.includes(piece)) || short === '' ? `found a secret (${id})` : short;
}

function windows(text: string, length: number): string[] {
  if (text.length < length) return [];
  return Array.from({ length: text.length - length + 1 }, (_, i) => text.slice(i, i + length));
}

function extension(file: string): string {
  return /[^/]\.[^./]+$/.exec(file)?.[0].slice(1) ?? '';
}
