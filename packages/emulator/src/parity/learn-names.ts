import type { ParityClient } from './client.ts';
import { mismatches } from './mismatches.ts';
import type { Actor, OperationName } from './step.ts';

/** An id that no account of a real organization is expected to have; it is only ever read. */
const unknown = '777788889999';

/**
 * Asks an organization for what stands for the placeholders. Refuses to begin where an actor is not who it should be, or where an account
 * that may be written to is none of its members.
 */
export const learnNames = async (
  client: ParityClient,
  actors: readonly Actor[],
  writeAccounts: readonly string[],
): Promise<Readonly<Record<string, string>>> => {
  const names: Record<string, string> = { unknown };
  for (const actor of actors) {
    const identity = await read(client, actor, 'sts:GetCallerIdentity');
    names[actor] = text(identity, 'Account');
    names[`${actor}.arn`] = text(identity, 'Arn');
  }
  const organization = await read(client, 'management', 'organizations:DescribeOrganization');
  expectThat(memberOf(organization, 'Organization'), { MasterAccountId: names['management'] });
  names['organization'] = text(memberOf(organization, 'Organization'), 'Id');
  const [root] = listOf(memberOf(await read(client, 'management', 'organizations:ListRoots'), 'Roots'));
  names['root'] = text(root, 'Id');
  for (const AccountId of writeAccounts) {
    if (AccountId === names['management'])
      throw new Error(`${AccountId} is the management account, which is not written to.`);
    const described = await read(client, 'management', 'organizations:DescribeAccount', { AccountId });
    expectThat(described, { Account: { Id: AccountId } });
  }
  return writeAccounts[0] === undefined ? names : { ...names, writable: writeAccounts[0] };
};

const read = async (
  client: ParityClient,
  actor: Actor,
  operation: OperationName,
  input: Readonly<Record<string, unknown>> = {},
): Promise<unknown> => {
  const answer = await client.call(actor, operation, input);
  if (answer.kind === 'output') return answer.output;
  throw new Error(`${operation} as ${actor} is refused: ${answer.message}`);
};

const expectThat = (value: unknown, pattern: unknown): void => {
  const [problem] = mismatches(pattern, value);
  if (problem !== undefined) throw new Error(`This is not the organization that was expected: ${problem}.`);
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const text = (value: unknown, name: string): string => {
  const found = memberOf(value, name);
  if (typeof found === 'string') return found;
  throw new Error(`There is no ${name} in ${JSON.stringify(value)}.`);
};
