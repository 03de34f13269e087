import type { Pin } from '@fairway/routers';
import { field, type Kind, object, text } from '@fairway/schema';

/** A token of HTTP: names of headers and cookies. */
const token = text({ pattern: /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, hint: 'letters, digits and -' });
/** It ends up in the rules of routers; nothing in it may need quoting there. */
const plain = text({ pattern: /^[A-Za-z0-9._~+/=:@-]+$/, hint: 'letters, digits and . _ ~ + / = : @ -' });

const fields = object({
  header: field(token, { description: 'Name of a request header.' }),
  cookie: field(token, { description: 'Name of a cookie.' }),
  value: field(plain, { description: 'The value it must have.', required: true }),
});

/** `{ header: X-Canary, value: always }` or `{ cookie: canary, value: "yes" }`. */
export const pinKind: Kind<Pin> = {
  name: 'pin',
  json: { ...fields.json, oneOf: [{ required: ['header'] }, { required: ['cookie'] }] },
  read(value, path, report) {
    const read = fields.read(value, path, report);
    if (!read) return undefined;
    const { header, cookie, value: wanted } = read;
    if (header !== undefined && cookie === undefined) return { header, value: wanted };
    if (cookie !== undefined && header === undefined) return { cookie, value: wanted };
    return void report({ path, message: 'a pin needs either a header or a cookie', on: 'value' });
  },
};
