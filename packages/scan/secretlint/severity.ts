import type { Severity } from '../types.ts';

/** Each of these alone opens an account, a cluster, or the software supply chain. */
const CRITICAL = new Set([
  '1password',
  'aws',
  'cloudflare',
  'docker',
  'gcp',
  'github',
  'gitlab',
  'hashicorp-vault',
  'npm',
  'privatekey',
  'stripe',
  'tailscale',
]);

/** secretlint knows error, warning and info; how bad a leak is depends on what the secret opens. */
export function severityOf(rule: string, level: string): Severity {
  if (level === 'info') return 'low';
  if (level === 'warning') return 'medium';
  return CRITICAL.has(rule) ? 'critical' : 'high';
}
