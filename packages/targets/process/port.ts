import { UserError } from '@fairway/runtime/errors';
import { portHolders } from './identity.ts';

/** Why a port of 127.0.0.1 cannot be listened on, with what holds it where the system tells. */
export function portError(error: NodeJS.ErrnoException, port: number): UserError {
  if (error.code === 'EADDRINUSE') {
    const [holder] = portHolders(port);
    const who = holder ? `pid ${holder.pid} (${holder.command})` : 'another process';
    return new UserError(`port ${port} of 127.0.0.1 is in use by ${who}; nothing was changed`, {
      mend: 'end that process or choose another port for the environment',
      cause: error,
    });
  }
  const mend =
    error.code === 'EACCES' ? 'choose a port from 1024' : 'check the port and the network of this machine';
  return new UserError(`cannot listen on port ${port} of 127.0.0.1: ${error.message}`, {
    mend,
    cause: error,
  });
}
