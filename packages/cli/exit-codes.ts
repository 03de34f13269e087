/** What `fairway` exits with; documented in docs/cli.md. */
export const EXIT = {
  ok: 0,
  /** The work failed, or a gate said no. */
  failed: 1,
  /** The command line, fairway.yml or a workflow file is wrong: nothing was started. */
  usage: 2,
  /** Cancelled by SIGINT or SIGTERM. */
  cancelled: 130,
} as const;
