import type { Ground } from '../ground.ts';
import { learnNames } from '../learn-names.ts';
import { organizationGround } from '../organization-ground.ts';
import type { Actor } from '../step.ts';
import { sdkClient } from './sdk-client.ts';

/** Which profile of the AWS configuration stands for which actor, by the variable that names it. */
const profileVariables: Readonly<Record<Actor, string>> = {
  management: 'PARITY_MANAGEMENT_PROFILE',
  delegated: 'PARITY_DELEGATED_PROFILE',
  member: 'PARITY_MEMBER_PROFILE',
  outsider: 'PARITY_OUTSIDER_PROFILE',
};

const actors: readonly Actor[] = ['management', 'delegated', 'member', 'outsider'];

/** A real organization, as the variables of the environment name it. docs/parity.md lists them. */
export const awsGround = async (env: Readonly<Record<string, string | undefined>>): Promise<Ground> => {
  const { known, writeAccounts } = readVariables(env);
  // A throttled call is tried again: here scripts are about answers, and not about quotas.
  const client = sdkClient((as) => ({ region: 'us-east-1', maxAttempts: 8, profile: profileOf(as, env) }));
  const names = await learnNames(client, known, writeAccounts);
  return organizationGround({ client, actors: known, names, writeAccounts });
};

/** Who there are credentials for, and which accounts may be written to; throws at what cannot be meant. */
export const readVariables = (
  env: Readonly<Record<string, string | undefined>>,
): { readonly known: readonly Actor[]; readonly writeAccounts: readonly string[] } => {
  const known = actors.filter((actor) => env[profileVariables[actor]]);
  if (!known.includes('management')) throw new Error(`${profileVariables.management} has to name a profile.`);
  const writeAccounts = (env['PARITY_WRITE_ACCOUNTS'] ?? '').split(/[\s,]+/).filter((id) => id !== '');
  const odd = writeAccounts.find((id) => !/^\d{12}$/.test(id));
  if (odd !== undefined)
    throw new Error(`PARITY_WRITE_ACCOUNTS names ${odd}, and that is no account id of twelve digits.`);
  return { known, writeAccounts };
};

const profileOf = (as: unknown, env: Readonly<Record<string, string | undefined>>): string => {
  const actor = actors.find((each) => each === as);
  const profile = actor && env[profileVariables[actor]];
  if (!profile) throw new Error(`There is no profile for ${String(as)}.`);
  return profile;
};
