import fc from 'fast-check';
import type { ContactType } from '../contact/contact-type.ts';
import { contactTypes } from '../contact/contact-type.ts';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { anOrgAccount, unitsDown, unreadable } from '../org/org.builder.ts';
import type { OrgAccount } from '../org/org.ts';
import { type Assignment, modes, type Policy, type Want } from '../policy/policy.ts';
import type { Condition, Selector } from '../selector/selector.ts';
import { aPolicy, exclude, wantContact, wantTemplate } from './policy.builder.ts';

/** So few of each that assignments really meet accounts and each other. */
export const anyIds = [0, 1, 2, 3, 4, 5].map((last) => `30000000000${last}`);
export const unitPaths = ['A', 'A/B', 'A/B/C', 'A/B/C/D', 'E', 'E/B'];
const keys = ['team', 'stage'];
const values = ['pay', 'pan', 'ops'];

const anyPositive: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant<Condition>({ kind: 'all' }),
  fc.record({ kind: fc.constant('account' as const), ids: some(anyIds.map(anId)) }),
  fc.record({ kind: fc.constant('ou' as const), units: some(['/', ...unitPaths]) }),
  fc.record({
    kind: fc.constant('tag' as const),
    key: fc.constantFrom(...keys),
    values: some([...values, 'p*', 'pa?', '*']),
  }),
  fc.record({ kind: fc.constant('name' as const), names: some(['one', 'two', 'o*', '*']) }),
  fc.record({ kind: fc.constant('management' as const), is: fc.boolean() }),
);

const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 5, arbitrary: anyPositive },
  {
    weight: 1,
    arbitrary: fc
      .array(anyPositive, { minLength: 1, maxLength: 2 })
      .map((conditions) => ({ kind: 'not' as const, conditions })),
  },
);

const anySelector: fc.Arbitrary<Selector> = fc.array(anyCondition, { minLength: 1, maxLength: 3 });

const anyWant: fc.Arbitrary<Want> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Mary', 'Nikki', 'Paulo').map(wantContact) },
  { weight: 1, arbitrary: fc.constantFrom(...keys).map(wantTemplate) },
  { weight: 1, arbitrary: fc.constant<Want>({ kind: 'absent' }) },
  { weight: 1, arbitrary: fc.constant<Want>({ kind: 'unmanaged' }) },
);

const anyWants: fc.Arbitrary<Readonly<Partial<Record<ContactType, Want>>>> = fc
  .subarray([...contactTypes], { minLength: 1 })
  .chain((types) =>
    fc
      .tuple(...types.map(() => anyWant))
      .map((wants) => Object.fromEntries(types.map((type, at) => [type, wants[at]]))),
  );

/** Any assignment; as the parser sees to it, `absent` never stands under fill-missing. */
const anyAssignment: fc.Arbitrary<Assignment> = fc
  .record({
    match: anySelector,
    wants: anyWants,
    mode: fc.oneof({ weight: 4, arbitrary: fc.constant('enforce' as const) }, fc.constantFrom(...modes)),
  })
  .filter(({ mode, wants }) => mode !== 'fill-missing' || !Object.values(wants).some(({ kind }) => kind === 'absent'))
  .map((fields) => ({ ...fields, place: { file: 'contacts.yaml', line: 1, column: 1, length: 1 } }));

/** Any policy: all selectors, contacts, absent, unmanaged, exclusions and modes. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    assignments: fc.array(anyAssignment, { minLength: 1, maxLength: 6 }),
    exclude: fc.array(anySelector, { maxLength: 1 }),
  })
  .map((fields) =>
    aPolicy(
      fields.assignments,
      fields.exclude.map((match) => exclude(match)),
    ),
  );

/** Any tags that the policies above look at. */
export const anyTags: fc.Arbitrary<Readonly<Record<string, string>>> = fc.dictionary(
  fc.constantFrom(...keys),
  fc.constantFrom(...values),
  { noNullPrototype: true },
);

/** Any account, some of it unreadable. */
export const anyOrgAccount: fc.Arbitrary<OrgAccount> = fc
  .record({
    id: fc.constantFrom(...anyIds),
    name: fc.constantFrom('one', 'two'),
    isManagement: fc.boolean(),
    tags: fc.option(anyTags),
    path: fc.option(fc.constantFrom('', ...unitPaths)),
  })
  .map(({ id, tags, path, name, isManagement }) =>
    anOrgAccount({
      id: anId(id),
      name,
      isManagement,
      tags: tags === null ? unreadable('organizations:ListTagsForResource') : { kind: 'known', value: tags },
      units:
        path === null
          ? unreadable('organizations:ListOrganizationalUnitsForParent')
          : unitsDown(...path.split('/').filter((name) => name !== '')),
    }),
  );

function some<Value>(all: readonly Value[]): fc.Arbitrary<Value[]> {
  return fc.subarray([...all], { minLength: 1, maxLength: 3 });
}
