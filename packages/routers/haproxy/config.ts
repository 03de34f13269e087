import { duration, field, type Infer, object, text } from '@fairway/schema';

/** What HAProxy takes as the name of a backend or a server. */
export const haproxyName = () => text({ pattern: /^[A-Za-z0-9_.:-]+$/, hint: 'letters, digits and _ . : -' });

/** Where its runtime API listens. */
export const haproxySocket = () =>
  text({
    pattern: /^(\/\S+|\[?[^\s/[\]]+\]?:\d{1,5})$/,
    hint: 'the path of a unix socket, or host:port',
  });

/** `haproxy:` of a router: a running HAProxy shifts the traffic between two servers of a backend. */
export const haproxyRouter = object({
  socket: field(haproxySocket(), {
    description: '`stats socket` of HAProxy with level admin: a path of this machine, or host:port.',
    required: true,
  }),
  backend: field(haproxyName(), {
    description: 'Backend in haproxy.cfg whose traffic is split.',
    required: true,
  }),
  live: field(haproxyName(), {
    description: 'Server of that backend that reaches what is live, always: for the process target its port.',
    default: 'live',
  }),
  candidate: field(haproxyName(), {
    description: 'Server of that backend for the candidate; its address is set when a release is staged.',
    default: 'candidate',
  }),
  drain: field(duration(), {
    description: 'How long requests at the candidate may go on after its traffic was taken away.',
    default: '2s',
  }),
});

export type HaproxyConfig = Infer<typeof haproxyRouter>;
