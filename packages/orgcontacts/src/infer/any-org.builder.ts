import fc from 'fast-check';
import type { AccountId } from '../contact/account-id.ts';
import type { Contact } from '../contact/contact.ts';
import { contactTypes } from '../contact/contact-type.ts';
import type { Observed } from '../contact/observed.ts';
import type { Failure } from '../failure/failure.ts';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import type { ObservedAccount, ObservedOrg } from '../org/observed-account.ts';
import { anOrg, anOrgAccount, unreadable } from '../org/org.builder.ts';
import type { Org } from '../org/org.ts';
import type { Known, UnitStep } from '../selector/subject.ts';

const denied: Failure = {
  kind: 'denied',
  operation: 'account:GetAlternateContact',
  code: 'AccessDeniedException',
  message: 'no',
};

const contactNamed = (name: string, email = `${name.toLowerCase()}@example.com`): Contact => ({
  name,
  title: 'Contact',
  email,
  phone: '+1 555 0100',
});

/** Contacts that meet each other, and some that are hard to write down. */
const contacts: readonly Contact[] = [
  contactNamed('Mary'),
  contactNamed('Nikki'),
  contactNamed('Paulo'),
  contactNamed('Mary', 'MARY@EXAMPLE.com'),
  contactNamed('mary'),
  contactNamed('absent', 'a@example.com'),
  contactNamed('${account.id} $${x}', 'b@example.com'),
  contactNamed(' 山 "x": #\n', 'c@example.com'),
  // What AWS would not take again.
  { ...contactNamed('Old'), phone: '555-OLD' },
  { ...contactNamed('Blank'), title: '   ' },
];

const anyObserved: fc.Arbitrary<Observed> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...contacts).map((contact) => ({ kind: 'set' as const, contact })) },
  { weight: 2, arbitrary: fc.constant<Observed>({ kind: 'unset' }) },
  { weight: 1, arbitrary: fc.constant<Observed>({ kind: 'unreadable', failure: denied }) },
);

const anySeen: fc.Arbitrary<ObservedAccount> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.tuple(anyObserved, anyObserved, anyObserved).map((seen) => ({
      kind: 'asked' as const,
      byType: Object.fromEntries(contactTypes.map((type, at) => [type, seen[at]])),
    })),
  },
  { weight: 1, arbitrary: fc.constant<ObservedAccount>({ kind: 'unreachable', because: 'only from elsewhere' }) },
);

const paths = [[], ['A'], ['A', 'B'], ['A', 'B', 'C'], ['D'], ['D', ' '], ['E/F'], ['ou-ex01-workload1']];

/** The way down to a unit, each with an id of its own whatever it is called. */
const unitsTo = (steps: readonly string[]): Known<readonly UnitStep[]> => ({
  kind: 'known',
  value: [
    { id: 'r-ex01', path: '/' },
    ...steps.map((_, depth) => {
      const names = steps.slice(0, depth + 1);
      const at = paths.findIndex((path) => path.join('\n') === names.join('\n'));
      return {
        id: `ou-ex01-${String(at).padStart(8, '0')}`,
        path: names.map((name) => name.replaceAll('/', '\\/')).join('/'),
      };
    }),
  ],
});

const anyRecipe = fc.record({
  path: fc.option(fc.constantFrom(...paths), { freq: 40 }),
  state: fc.oneof({ weight: 9, arbitrary: fc.constant('ACTIVE') }, fc.constantFrom('SUSPENDED', 'CLOSED')),
  tags: fc.option(
    fc.dictionary(fc.constantFrom('team', 'stage'), fc.constantFrom('pay', 'p*', ''), { noNullPrototype: true }),
    { freq: 20 },
  ),
  name: fc.constantFrom('one', 'two # x', 'line\nend'),
  seen: anySeen,
});

/** An organization as it was read, with what was seen in it. */
export interface SeenOrg {
  readonly org: Org;
  readonly observed: ObservedOrg;
}

/** Any small organization: nested units with odd names, tags, accounts that are gone, contacts that cannot be read or written again. */
export const anySeenOrg: fc.Arbitrary<SeenOrg> = fc.array(anyRecipe, { minLength: 1, maxLength: 12 }).map((recipes) => {
  const accounts = recipes.map(({ path, state, tags, name }, index) =>
    anOrgAccount({
      id: anId(String(300_000_000_000 + index)),
      name,
      state,
      isManagement: index === 0,
      tags: tags === null ? unreadable('organizations:ListTagsForResource') : { kind: 'known', value: tags },
      units: path === null ? unreadable('organizations:ListParents') : unitsTo(path),
    }),
  );
  const observed = new Map<AccountId, ObservedAccount>();
  recipes.forEach(({ state, seen }, index) => {
    const account = accounts[index];
    if (account && state === 'ACTIVE') observed.set(account.id, seen);
  });
  return { org: anOrg(accounts), observed };
});
