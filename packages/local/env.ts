/**
 * The variables of this machine that steps may see. Everything else (tokens, cloud profiles, editor state)
 * stays outside, as it would on a fresh runner; add to it with the `env` option.
 */
export const SAFE_VARIABLES: readonly string[] = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'TZ',
  'TMPDIR',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'DOCKER_HOST',
  'KUBECONFIG',
  'XDG_RUNTIME_DIR',
];

/** The part of this process's environment that steps may see. The only read of `process.env` here. */
export function machineEnvironment(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of SAFE_VARIABLES) {
    const value = process.env[name];
    if (value !== undefined) found[name] = value;
  }
  return found;
}
