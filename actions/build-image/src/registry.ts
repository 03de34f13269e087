import { type ImageBuild, type ResolvedBase, resolveBase } from '@fairway/image';
import { usesDockerfile } from '@fairway/image/builders';
import { openRegistry, type RegistryStore } from '@fairway/image/registry';
import { type Ports, UserError } from '@fairway/runtime';
import type { Inputs } from './settings.ts';

/** Opens the repository with the credentials of the inputs. Throws UserError for half of them. */
export async function openRepository(
  repository: string,
  inputs: Inputs,
  ports: Ports,
): Promise<RegistryStore> {
  return await openRegistry({ repository, ports, ...accessOf(inputs) });
}

/**
 * The base that assemble builds on, by digest. The credentials of the inputs are for the registry of the
 * image, so a base in another one is read with those of the Docker config.
 */
export async function openBase(
  build: ImageBuild,
  repository: string | undefined,
  inputs: Inputs,
  ports: Ports,
): Promise<ResolvedBase | undefined> {
  if (usesDockerfile(build)) return undefined;
  const host = repository?.split('/')[0];
  const ours = host !== undefined && build.base?.startsWith(`${host}/`);
  return await resolveBase(build.base, ports, ours ? accessOf(inputs) : {});
}

function accessOf({
  registryUsername: username,
  registryPassword: password,
  registryCa,
  registryInsecure,
}: Inputs) {
  if ((username === undefined) !== (password === undefined)) {
    const [there, missing] = username === undefined ? ['password', 'username'] : ['username', 'password'];
    throw new UserError(`registry-${there} is given, registry-${missing} is not`, {
      mend: `give both, or none to use the Docker config. An empty secret counts as not given: check its name, and whether this event (a fork's pull request) may read it`,
    });
  }
  const from = 'the inputs registry-username and registry-password';
  return {
    insecure: registryInsecure,
    ...(registryCa === undefined ? {} : { caFile: registryCa }),
    ...(username === undefined || password === undefined
      ? {}
      : { credentials: { username, password, from } }),
  };
}
