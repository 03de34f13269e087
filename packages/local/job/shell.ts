/** How a shell runs a script: as argv, with `{0}` in it where the script's path goes. */
export interface Shell {
  argv: string[];
  extension: string;
  /** Put around the script. */
  wrap(script: string): string;
}

const plain = (argv: string[], extension = '.sh'): Shell => ({ argv, extension, wrap: (script) => script });

/** The shells that GitHub documents, as it documents them. */
const SHELLS: Record<string, Shell> = {
  bash: plain(['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', '{0}']),
  sh: plain(['sh', '-e', '{0}']),
  python: plain(['python', '{0}'], '.py'),
  pwsh: {
    argv: ['pwsh', '-command', ". '{0}'"],
    extension: '.ps1',
    wrap: (script) =>
      `$ErrorActionPreference = 'stop'\n${script}\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }`,
  },
};

/** Without `shell:`, bash runs without pipefail. */
const UNSPECIFIED = plain(['bash', '-e', '{0}']);

/** The shell for a `shell:` setting, or undefined when it is none that can run here. */
export function shellFor(setting: string | undefined): Shell | undefined {
  if (setting === undefined || setting === '') return UNSPECIFIED;
  const known = SHELLS[setting];
  if (known) return known;
  if (!setting.includes('{0}')) return undefined;
  return plain(splitWords(setting));
}

/** What to say about a shell that cannot run here. */
export function shellRefusal(setting: string): string {
  return `shell '${setting}' is not supported by a local run; it has ${Object.keys(SHELLS).join(', ')}, and templates such as 'perl {0}'`;
}

function splitWords(template: string): string[] {
  const words = template.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  return words.map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
}
