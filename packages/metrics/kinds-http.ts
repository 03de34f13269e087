import {
  field,
  type Kind,
  map,
  secretName as nameOfSecret,
  type ObjectOf,
  object,
  text,
} from '@fairway/schema';

/** The name under which the job has a secret: `PROM_TOKEN`. */
export const secretName = () => nameOfSecret('PROM_TOKEN');

const basicKind = object({
  user: field(text(), { description: 'Name of the user.', required: true }),
  password: field(secretName(), { description: 'Name of the secret with the password.', required: true }),
});
const headerKind = object({
  name: field(text({ pattern: /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, hint: 'a header name such as X-Api-Key' }), {
    description: 'Name of the header: `X-Api-Key`.',
    required: true,
  }),
  value: field(secretName(), { description: 'Name of the secret with its value.', required: true }),
});
const authFields = {
  bearer: field(secretName(), { description: 'Name of the secret with a token, sent as `Bearer`.' }),
  basic: field(basicKind, { description: 'A user, and the name of the secret with the password.' }),
  header: field(headerKind, { description: 'A header whose value is a secret.' }),
};
export type HttpAuth = ObjectOf<typeof authFields>;

/** Exactly one way to say who asks. */
export function httpAuth(): Kind<HttpAuth> {
  const fields = object(authFields);
  return {
    ...fields,
    name: 'auth',
    json: { ...fields.json, minProperties: 1, maxProperties: 1 },
    read(value, path, report) {
      const read = fields.read(value, path, report);
      if (!read || Object.keys(read).length === 1) return read;
      const message = 'expected exactly one of: bearer, basic, header';
      report({ path, message, on: 'value' });
      return undefined;
    },
  };
}

const tlsFields = {
  ca: field(text(), {
    description: 'File with the certificates (PEM) that are trusted instead of the usual ones.',
  }),
  cert: field(text(), { description: 'File with the client certificate (PEM).' }),
  key: field(text(), { description: 'File with the key (PEM) of the client certificate.' }),
  'key-secret': field(secretName(), {
    description: 'Name of the secret with the key (PEM) of the client certificate, instead of a file.',
  }),
};
export type HttpTls = ObjectOf<typeof tlsFields>;

/** What a private service needs. The server's certificate is always verified. */
export function httpTls(): Kind<HttpTls> {
  const fields = object(tlsFields);
  return {
    ...fields,
    name: 'tls',
    read(value, path, report) {
      const read = fields.read(value, path, report);
      if (!read) return undefined;
      const keys = [read.key, read.keySecret].filter((key) => key !== undefined).length;
      if (keys === (read.cert === undefined ? 0 : 1)) return read;
      const message = 'a client certificate needs `cert` and its key: `key` (a file) or `key-secret`';
      report({ path, message, on: 'value' });
      return undefined;
    },
  };
}

const SECRET_HEADERS = ['authorization', 'proxy-authorization', 'cookie'];

/** Headers that are no secrets: `X-Scope-OrgID: tenant-1`. */
export function plainHeaders(): Kind<Record<string, string>> {
  const headers = map(text({ pattern: /^[\t\x20-\x7e]+$/, hint: 'printable ASCII' }), {
    keys: /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/,
    keyHint: 'a header name such as X-Scope-OrgID',
  });
  return {
    ...headers,
    read(value, path, report) {
      const read = headers.read(value, path, report);
      const secret = Object.keys(read ?? {}).find((name) => SECRET_HEADERS.includes(name.toLowerCase()));
      if (secret === undefined) return read;
      report({ path: [...path, secret], message: `${secret} is a secret: use \`auth\``, on: 'key' });
      return undefined;
    },
  };
}
