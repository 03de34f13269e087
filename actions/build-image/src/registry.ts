import { openRegistry, type RegistryStore } from '@fairway/image/registry';
import { type Ports, UserError } from '@fairway/runtime';
import type { Inputs } from './settings.ts';

/** Opens the repository with the credentials of the inputs. Throws UserError for half of them. */
export async function openRepository(
  repository: string,
  { registryUsername: username, registryPassword: password, registryCa, registryInsecure }: Inputs,
  ports: Ports,
): Promise<RegistryStore> {
  if ((username === undefined) !== (password === undefined)) {
    const [there, missing] = username === undefined ? ['password', 'username'] : ['username', 'password'];
    throw new UserError(`registry-${there} is given, registry-${missing} is not`, {
      mend: `give both, or none to use the Docker config. An empty secret counts as not given: check its name, and whether this event (a fork's pull request) may read it`,
    });
  }
  return await openRegistry({
    repository,
    ports,
    insecure: registryInsecure,
    ...(registryCa === undefined ? {} : { caFile: registryCa }),
    ...(username === undefined || password === undefined
      ? {}
      : { credentials: { username, password, from: 'the inputs registry-username and registry-password' } }),
  });
}
