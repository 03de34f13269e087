export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** `sha256:0123456789ab` is enough for a person to compare. */
export function shortDigest(digest: string): string {
  return digest ? `<code title="${escapeHtml(digest)}">${escapeHtml(digest.slice(0, 19))}</code>` : '';
}
