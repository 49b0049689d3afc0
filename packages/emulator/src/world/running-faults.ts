import { rolesOf } from './roles-of.ts';
import type { World, WorldAccount } from './world-file.ts';

/** What holds for what is under way in every world: the closing of an account fits its state, and sessions are of roles that are there. */
export const runningFaults = (world: World, accounts: ReadonlyMap<string, WorldAccount>): readonly string[] => [
  ...closureFaults(world),
  ...creationFaults(world),
  ...sessionFaults(world, accounts),
  ...handshakeFaults(world),
];

const closureFaults = ({ accounts }: World): readonly string[] =>
  accounts.flatMap(({ state, closure }, index) =>
    closure && state !== 'PENDING_CLOSURE' && state !== 'CLOSED'
      ? [`accounts.${index}.closure: it is there when the state is PENDING_CLOSURE or CLOSED, and only then`]
      : [],
  );

const creationFaults = (world: World): readonly string[] =>
  organizationsOf(world).flatMap(({ creations = [] }) =>
    creations
      .filter(
        ({ state, accountId, failure }) => (state === 'FAILED' || failure !== undefined) === (accountId !== undefined),
      )
      .map(({ id }) => `creations: ${id} has either an account or a failure`),
  );

const sessionFaults = (world: World, accounts: ReadonlyMap<string, WorldAccount>): readonly string[] =>
  (world.sessions ?? []).flatMap(({ accountId, roleName }, index) => {
    const account = accounts.get(accountId);
    const organization = account && organizationWith(world, account);
    const hasRole = account && rolesOf({ organization }, account).some(({ name }) => name === roleName);
    return hasRole ? [] : [`sessions.${index}: there is no role ${roleName} in an account ${accountId}`];
  });

const organizationsOf = ({
  organization,
  otherOrganizations = [],
}: World): readonly NonNullable<World['organization']>[] => [
  ...(organization ? [organization] : []),
  ...otherOrganizations,
];

const organizationWith = (
  { organization, units, otherOrganizations = [] }: World,
  { parent }: WorldAccount,
): World['organization'] =>
  [{ organization, units }, ...otherOrganizations.map((other) => ({ organization: other, units: other.units }))].find(
    (each) => each.units.some(({ id }) => id === parent),
  )?.organization;

const handshakeFaults = ({ handshakes = [] }: World): readonly string[] => {
  const seen = new Set<string>();
  return handshakes.flatMap(({ id, state, endedAt }, index) => {
    const isTwice = seen.has(id);
    seen.add(id);
    const isOver = state !== 'OPEN' && state !== 'REQUESTED';
    return [
      ...(isTwice ? [`handshakes.${index}.id: ${id} stands here twice`] : []),
      ...(isOver === (endedAt !== undefined)
        ? []
        : [`handshakes.${index}.endedAt: it is there when the handshake has ended, and only then`]),
    ];
  });
};
