import { field, type Infer, type Kind, list, object, text } from '@fairway/schema';

const token = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const visible = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/;

const either = object({
  header: field(text({ pattern: token, hint: 'the name of a header' }), {
    description: 'Name of a request header, in any case.',
  }),
  cookie: field(text({ pattern: token, hint: 'the name of a cookie' }), {
    description: 'Name of a cookie.',
  }),
  value: field(text({ pattern: visible, hint: 'printable ASCII characters' }), {
    description: 'What it must hold, exactly.',
    required: true,
  }),
});

/** One request attribute that sends requests to the candidate whatever its weight. */
export type PinConfig = { header: string; value: string } | { cookie: string; value: string };

/** `{ header: X-Canary, value: always }` or `{ cookie: canary, value: "yes" }`. */
function pin(): Kind<PinConfig> {
  const { properties } = either.json as { properties: Record<string, unknown> };
  const form = (name: 'header' | 'cookie') => ({
    type: 'object',
    additionalProperties: false,
    required: [name, 'value'],
    properties: { [name]: properties[name], value: properties.value },
  });
  return {
    name: 'pin',
    json: { oneOf: [form('header'), form('cookie')] },
    read(raw, path, report) {
      const read: Infer<typeof either> | undefined = either.read(raw, path, report);
      if (!read) return undefined;
      const { header, cookie, value } = read;
      if (header !== undefined && cookie === undefined) return { header, value };
      if (cookie !== undefined && header === undefined) return { cookie, value };
      const said = header === undefined ? 'neither' : 'both';
      report({ path, message: `expected a header or a cookie, found ${said}`, on: 'value' });
      return undefined;
    },
  };
}

/** `pins:` of a canary. */
export const pinList = (): Kind<PinConfig[]> => list(pin());
