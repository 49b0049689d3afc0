import { type Signature, sts } from '../../client.builder.ts';
import type { Emulator } from '../../create-emulator.ts';
import type { World, WorldAccount } from '../../world/world-file.ts';
import { ids, smallWorld } from '../../world/worlds.builder.ts';

/** What AssumeRole gave, its XML read. */
export interface Assumed {
  readonly status: number;
  readonly xml: string;
  /** Empty where it was refused. */
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** The text of the first element of a name. */
export const textOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity);

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** Calls AssumeRole; `more` holds members as the query protocol names them, as `Tags.member.1.Key`. */
export const assume = async (
  emulator: Emulator,
  signer: Signature,
  roleArn: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Assumed> => {
  const members = { Action: 'AssumeRole', Version: '2011-06-15', RoleArn: roleArn, RoleSessionName: 'mary', ...more };
  const { status, xml } = await sts(emulator, signer, new URLSearchParams(members).toString());
  return {
    status,
    xml,
    accessKeyId: textOf(xml, 'AccessKeyId') ?? '',
    secretAccessKey: textOf(xml, 'SecretAccessKey') ?? '',
    sessionToken: textOf(xml, 'SessionToken') ?? '',
  };
};

/** The role of a created account that trusts its management account. */
export const accessRoleOf = (accountId: string): string =>
  `arn:aws:iam::${accountId}:role/OrganizationAccountAccessRole`;

/** A trust policy; a statement for each list of principals. */
export const trusting = (principals: string | readonly string[], more: object = {}): Record<string, unknown> => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: principals }, Action: 'sts:*', ...more }],
});

/** A policy of one statement. */
export const policyOf = (fields: object): Record<string, unknown> => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', ...fields }],
});

/** The small world with other roles, users and policies in some of its accounts. */
export const worldWith = (
  accounts: { readonly [Name in keyof typeof ids]?: Partial<WorldAccount> },
  organization: Partial<NonNullable<World['organization']>> = {},
): World => {
  const world = smallWorld(organization);
  const changes = new Map(Object.entries(accounts).map(([name, change]) => [ids[name as keyof typeof ids], change]));
  return { ...world, accounts: world.accounts.map((each) => ({ ...each, ...changes.get(each.id as never) })) };
};

/** A role with every permission, unless it says otherwise. */
export const roleOf = (
  name: string,
  trust: Record<string, unknown>,
  more: object = {},
): NonNullable<WorldAccount['roles']>[number] => ({
  name,
  trust,
  policies: ['AdministratorAccess'],
  maxSessionDuration: 3600,
  tags: {},
  ...more,
});

/** A user with every permission, unless it says otherwise. */
export const userOf = (
  name: string,
  accessKeyId: string,
  more: object = {},
): NonNullable<WorldAccount['users']>[number] => ({
  name,
  accessKeyId,
  policies: ['AdministratorAccess'],
  tags: {},
  ...more,
});

/** Key of a user that tests declare. */
export const maryKey = 'AKIAIOSFODNN7EXAMPLE';
