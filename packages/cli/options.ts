/** What the command line gives each command. */
export interface ConfigOption {
  config?: string;
}

export interface PlanOption extends ConfigOption {
  revision: string;
  json?: boolean;
}

export interface RunOption {
  event: string;
  input: Record<string, string>;
  var: Record<string, string>;
  repository: Record<string, string>;
  secrets?: string;
  ref?: string;
  slug?: string;
  workDir?: string;
  verbose?: boolean;
}

export interface StatusOption extends ConfigOption {
  json?: boolean;
}

export interface DownOption extends ConfigOption {
  app?: string;
  all?: boolean;
}

/** For commands that work on rollouts in flight. */
export interface CarryOption extends ConfigOption {
  secretsFile?: string;
  reason?: string;
  full?: boolean;
}

export interface SweepOption extends ConfigOption {
  secretsFile?: string;
  dryRun?: boolean;
  json?: boolean;
}
