import fc from 'fast-check';
import type { ContactType } from '../../contact/contact-type.ts';
import type { FactorAccount } from './factored.ts';

/** An account that has nothing and is in no unit, but for what is said. */
export const aFactorAccount = (
  fields: Partial<Omit<FactorAccount, 'labels'>> & { readonly labels?: Partial<FactorAccount['labels']> } = {},
): FactorAccount => ({
  id: '111122223333',
  units: ['root'],
  tag: null,
  ...fields,
  labels: { BILLING: null, OPERATIONS: null, SECURITY: null, ...fields.labels },
});

/** So many accounts that are alike, with ids from a number on. */
export const someAccounts = (
  count: number,
  first: number,
  fields: Parameters<typeof aFactorAccount>[0] = {},
): readonly FactorAccount[] =>
  Array.from({ length: count }, (_, at) => aFactorAccount({ ...fields, id: String(111_100_000_000 + first + at) }));

const chains = ['root', 'root/a', 'root/a/b', 'root/a/b/c', 'root/a/d', 'root/e', 'root/e/f', 'other', 'other/g'];

/** The units on the way down to one, by their paths. */
const unitsTo = (path: string): readonly string[] =>
  path.split('/').map((_, at, names) => names.slice(0, at + 1).join('/'));

const anyLabel = (labels: readonly string[]): fc.Arbitrary<string | null> =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...labels) }, { weight: 1, arbitrary: fc.constant(null) });

const anyPlaced = (labels: readonly string[], paths: readonly string[]) =>
  fc.record({
    units: fc.constantFrom(...paths).map(unitsTo),
    tag: fc.option(fc.constantFrom('pay', 'web', 'ops')),
    labels: fc.record<Record<ContactType, string | null>>({
      BILLING: anyLabel(labels),
      OPERATIONS: anyLabel(labels),
      SECURITY: anyLabel(labels),
    }),
  });

/** Any small organization: from one in which nobody has anything to one in which everything differs; with and without tags. */
export const anyAccounts: fc.Arbitrary<readonly FactorAccount[]> = fc
  .record({
    labels: fc.subarray(['x', 'y', 'z', 'u', 'v', 'w'], { minLength: 1 }),
    roots: fc.constantFrom(7, 7, 7, 9),
    tagged: fc.boolean(),
  })
  .chain(({ labels, roots, tagged }) =>
    fc.array(anyPlaced(labels, chains.slice(0, roots)), { maxLength: 30 }).map((accounts) =>
      accounts.map((account, at) => ({
        ...account,
        id: String(111_122_223_300 + at),
        tag: tagged ? account.tag : null,
      })),
    ),
  );
