import fc from 'fast-check';
import type { AccountId } from '../contact/account-id.ts';
import type { Contact } from '../contact/contact.ts';
import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import type { Failure } from '../failure/failure.ts';
import { anAccount, anId, aWorld, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import type { MemoryAccount, MemoryUnit, MemoryWorld } from '../gateway/memory/memory-world.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { unitIdOf, unitsDown } from '../org/org.builder.ts';
import type { OrgAccount } from '../org/org.ts';
import type { Policy } from '../policy/policy.ts';
import { anyIds, anyPolicy, anyTags, unitPaths } from '../resolve/any-policy.builder.ts';
import { aContact } from '../resolve/policy.builder.ts';

/** An account of a generated organization. */
interface AccountRecipe {
  readonly id: string;
  /** The path of its unit; empty for the root. */
  readonly path: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly state: string;
  readonly contacts: Readonly<Partial<Record<ContactType, string>>>;
}

/** A generated organization, its policy, who calls, and what goes wrong. Plain data: worlds are built from it afresh. */
export interface Life {
  readonly accounts: readonly AccountRecipe[];
  readonly policy: Policy;
  readonly caller: 'management' | 'delegated';
  /** Accounts of which the tags, the contacts, or the writing of contacts are denied. */
  readonly tagless: readonly string[];
  readonly unreadable: readonly string[];
  readonly unwritable: readonly string[];
  /** The path of a unit of which the children are denied. */
  readonly hole: string | null;
  /** Every so manieth call is throttled; 0 for none. */
  readonly throttledEvery: number;
}

const states = ['SUSPENDED', 'PENDING_CLOSURE', 'CLOSED', 'UNKNOWN'];
const someIds = (most: number) => fc.subarray([management, ...anyIds], { maxLength: most });
const anyState = fc.oneof({ weight: 8, arbitrary: fc.constant('ACTIVE') }, fc.constantFrom(...states));

const anyAccount = (id: string): fc.Arbitrary<AccountRecipe> =>
  fc.record({
    id: fc.constant(id),
    path: fc.constantFrom('', ...unitPaths),
    tags: anyTags,
    state: anyState,
    contacts: fc.dictionary(fc.constantFrom(...contactTypes), fc.constantFrom('Mary', 'Nikki', 'Old'), {
      noNullPrototype: true,
    }),
  });

/** What of the contacts is denied, for a while. */
export const anyDenial: fc.Arbitrary<Pick<Life, 'unreadable' | 'unwritable'>> = fc.record({
  unreadable: someIds(2),
  unwritable: someIds(2),
});

/** Any organization with units up to four deep, any policy for it, and any trouble. */
export const anyLife: fc.Arbitrary<Life> = fc.record({
  accounts: fc
    .subarray([management, ...anyIds], { minLength: 3 })
    .chain((ids) => fc.tuple(...ids.map((id) => anyAccount(id)))),
  policy: anyPolicy,
  caller: fc.oneof({ weight: 3, arbitrary: fc.constant('management' as const) }, fc.constant('delegated' as const)),
  tagless: someIds(3),
  unreadable: someIds(2),
  unwritable: someIds(2),
  hole: fc.option(fc.constantFrom(...unitPaths), { freq: 4 }),
  throttledEvery: fc.constantFrom(0, 0, 3, 7),
});

/** The same life without any trouble. */
export const untroubled = (life: Life): Life => ({
  ...life,
  tagless: [],
  unreadable: [],
  unwritable: [],
  hole: null,
  throttledEvery: 0,
});

const rootId = 'r-ex01';
const idAt = (path: string): string => (path === '' ? rootId : unitIdOf(path));

const units: readonly MemoryUnit[] = [
  { id: rootId, name: 'Root' },
  ...unitPaths.map((path) => {
    const names = path.split('/');
    return { id: idAt(path), name: names.at(-1) ?? '', parent: idAt(names.slice(0, -1).join('/')) };
  }),
];

const anAccountOf = ({ id, path, tags, state, contacts }: AccountRecipe): MemoryAccount =>
  anAccount(anId(id), {
    parent: idAt(path),
    tags,
    state,
    contacts: Object.fromEntries(Object.entries(contacts).map(([type, name]) => [type, aContact(name)])),
  });

/** Builds the world of a life as it is at the beginning. */
export const worldOf = ({ accounts }: Life): MemoryWorld => ({ ...aWorld(accounts.map(anAccountOf)), units });

/** The account that calls. */
export const callerOf = ({ caller }: Life): AccountId => (caller === 'management' ? management : delegated);

/** What goes wrong in a life, for the weather of a memory gateway. */
export const troubleOf = (life: Life): ((operation: string, subject: string) => Failure | undefined) => {
  const denied: Readonly<Record<string, readonly string[]>> = {
    'organizations:ListTagsForResource': life.tagless,
    'account:GetAlternateContact': life.unreadable,
    'account:PutAlternateContact': life.unwritable,
    'account:DeleteAlternateContact': life.unwritable,
    'organizations:ListOrganizationalUnitsForParent': life.hole === null ? [] : [idAt(life.hole)],
  };
  let calls = 0;
  return (operation, subject) => {
    if (life.throttledEvery > 0 && ++calls % life.throttledEvery === 0) {
      return aFailure({ kind: 'throttled', operation, code: 'TooManyRequestsException', status: 429 });
    }
    return denied[operation]?.includes(subject) ? aFailure({ operation }) : undefined;
  };
};

/** Every contact of a world, by account and type. */
export const contactsIn = ({ accounts }: MemoryWorld): Readonly<Record<string, Contact>> =>
  Object.fromEntries(
    [...accounts.values()].flatMap(({ id, contacts }) =>
      Object.entries(contacts).map(([type, contact]) => [`${id} ${type}`, contact]),
    ),
  );

/** An account of a life as somebody sees it who may read everything. */
export const knownAccount = ({ id, path, tags, state }: AccountRecipe): OrgAccount => ({
  id: anId(id),
  name: `account ${id}`,
  email: `root+${id}@example.com`,
  isManagement: anId(id) === management,
  state,
  tags: { kind: 'known', value: tags },
  units: unitsDown(...path.split('/').filter((name) => name !== '')),
});
