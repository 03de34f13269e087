import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './programs.ts';
import { writeKubeconfig } from './users.ts';

export interface Identity {
  readonly user: string;
  readonly groups?: readonly string[];
  /** With names a certificate is a server's. */
  readonly names?: readonly string[];
}

const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** The authority of one cluster, in a folder of its own. */
export class Credentials {
  readonly folder: string;
  readonly caFile: string;
  readonly caKeyFile: string;
  /** The pair that signs and checks tokens of service accounts. */
  readonly signerKeyFile: string;
  readonly signerFile: string;

  constructor(folder: string) {
    this.folder = folder;
    this.caFile = join(folder, 'ca.crt');
    this.caKeyFile = join(folder, 'ca.key');
    this.signerKeyFile = join(folder, 'sa.key');
    this.signerFile = join(folder, 'sa.pub');
  }

  async create(): Promise<void> {
    // The machine's own settings would add extensions.
    await writeFile(join(this.folder, 'openssl.cnf'), '[req]\ndistinguished_name = name\n[name]\n');
    const authority = ['-subj', '/CN=test authority', '-addext', 'basicConstraints=critical,CA:TRUE'];
    await this.#certificate([...authority, '-keyout', this.caKeyFile, '-out', this.caFile]);
    const curve = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
    await run('openssl', ['genpkey', ...curve, '-out', this.signerKeyFile]);
    await run('openssl', ['pkey', '-in', this.signerKeyFile, '-pubout', '-out', this.signerFile]);
  }

  /** A certificate and its key, as files. */
  async issue(file: string, { user, groups = [], names }: Identity): Promise<{ cert: string; key: string }> {
    const [cert, key] = [join(this.folder, `${file}.crt`), join(this.folder, `${file}.key`)];
    const subject = [...groups.map((group) => `/O=${group}`), `/CN=${user}`].join('');
    const usage = names
      ? ['-addext', `subjectAltName=${names.join(',')}`, '-addext', 'extendedKeyUsage=serverAuth']
      : ['-addext', 'extendedKeyUsage=clientAuth'];
    const by = ['-CA', this.caFile, '-CAkey', this.caKeyFile, '-subj', subject];
    await this.#certificate([...by, ...usage, '-keyout', key, '-out', cert]);
    return { cert, key };
  }

  async #certificate(options: string[]): Promise<void> {
    const config = ['-config', join(this.folder, 'openssl.cnf')];
    await run('openssl', ['req', '-x509', ...config, ...CURVE, '-days', '30', ...options]);
  }

  /** A kubeconfig with everything inside it, as one would keep it in a secret. */
  async kubeconfig(file: string, server: string, user: Identity | { token: string }): Promise<string> {
    const base64 = (path: string) => readFileSync(path).toString('base64');
    let credentials: object = user;
    if ('user' in user) {
      const { cert, key } = await this.issue(file, user);
      credentials = { 'client-certificate-data': base64(cert), 'client-key-data': base64(key) };
    }
    const path = join(this.folder, `${file}.kubeconfig`);
    await writeKubeconfig(path, { server, 'certificate-authority-data': base64(this.caFile) }, credentials);
    return path;
  }

  /** A token as the API server itself makes them, with the times that one wants. */
  token(account: { namespace: string; name: string; uid: string }, from: number, to: number): string {
    const { namespace, name, uid } = account;
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const head = part({ alg: 'ES256', typ: 'JWT' });
    const body = part({
      iss: ISSUER,
      aud: [ISSUER],
      sub: `system:serviceaccount:${namespace}:${name}`,
      iat: from,
      nbf: from,
      exp: to,
      'kubernetes.io': { namespace, serviceaccount: { name, uid } },
    });
    const key = createPrivateKey(readFileSync(this.signerKeyFile));
    const signature = sign('sha256', Buffer.from(`${head}.${body}`), { key, dsaEncoding: 'ieee-p1363' });
    return `${head}.${body}.${signature.toString('base64url')}`;
  }
}

export const ISSUER = 'https://kubernetes.default.svc';
