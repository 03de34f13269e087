import { UserError } from '@fairway/runtime';
import { didYouMean } from '@fairway/schema';
import { formatDate } from './date.ts';
import type { TagFacts } from './facts.ts';

/** The expressions of all rules, beside those that a type adds. */
export function globalWords(facts: TagFacts): Record<string, string> {
  return {
    branch: facts.branch ?? '',
    tag: facts.tag ?? '',
    sha: facts.commit.slice(0, 7),
    base_ref: facts.baseRef ?? '',
    is_default_branch: String(facts.branch !== undefined && facts.branch === facts.defaultBranch),
  };
}

/**
 * Replaces `{{word}}`, `{{date 'YYYYMMDD' tz='Asia/Tokyo'}}` and `{{commit_date '...'}}`. An unknown
 * expression is an error that lists the known ones.
 */
export function render(text: string, facts: TagFacts, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(.*?)\}\}/g, (whole, inner: string) => {
    const body = inner.trim();
    const date = /^(date|commit_date)\s+(['"])(.*?)\2(?:\s+tz=(['"])(.*?)\4)?$/.exec(body);
    if (date) {
      const time = date[1] === 'date' ? facts.now : facts.commitTime * 1_000;
      return formatDate(time, date[3] ?? '', date[5]);
    }
    if (Object.hasOwn(words, body)) return words[body] ?? '';
    const known = [...Object.keys(words), 'date', 'commit_date'];
    throw new UserError(`unknown expression ${whole} in the tag rule "${text}".${didYouMean(body, known)}`, {
      mend: "dates are written {{date 'YYYYMMDD' tz='Europe/Berlin'}}",
    });
  });
}
