import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import { parsePolicy } from './parse-policy.ts';
import { modes } from './policy.ts';
import { type NotedValue, renderPolicy, type WrittenAssignment, type WrittenMatch } from './render-policy.ts';

const text = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength }),
      fc.constantFrom('${account.id}', '$${x}', 'a: b', '- x', '#', '~', 'yes', '0x1', "it's", '"'),
    )
    .filter((value) => value.trim() !== '' && value.length <= maxLength);

const contacts: fc.Arbitrary<Contact> = fc.record({
  name: text(64),
  title: text(50),
  email: fc.constantFrom('a@example.com', '#|!&a@example.com', '=a@example.com', '-@example.com'),
  phone: fc
    .constantFrom('+1 555 0100', '15550100', '0x', '(555) 0100', '+', '  5')
    .map((phone) => phone.replace('0x', '0')),
});

const note = fc.option(text(20), { nil: undefined });
const noted = (values: fc.Arbitrary<string>): fc.Arbitrary<readonly NotedValue[]> =>
  fc.uniqueArray(
    fc.tuple(values, note).map(([value, said]) => (said === undefined ? { value } : { value, note: said })),
    { minLength: 1, maxLength: 5, selector: ({ value }) => value },
  );

const ids = fc.integer({ min: 0, max: 999_999_999_999 }).map((id) => String(id).padStart(12, '0'));
const units = fc.constantFrom(
  'Workloads',
  'Workloads/Prod',
  '/',
  'ou-ex01-workload1',
  'Dev\\/Test',
  '#1',
  '- x',
  'yes',
  '5',
);
const matches: fc.Arbitrary<WrittenMatch> = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  fc.record({ kind: fc.constant('account' as const), values: noted(ids) }),
  fc.record({ kind: fc.constant('ou' as const), values: noted(units) }),
  fc.record({
    kind: fc.constant('tag' as const),
    key: text(12).filter((key) => key !== '__proto__'),
    values: noted(text(12)),
  }),
);

const keyOf = (match: WrittenMatch): string =>
  JSON.stringify(
    match.kind === 'all'
      ? 'all'
      : [match.kind, 'key' in match && match.key, match.values.map(({ value }) => value).toSorted()],
  );

const policies = fc
  .tuple(
    fc.dictionary(
      text(10).filter((name) => !['__proto__', 'absent', 'unmanaged'].includes(name)),
      contacts,
      { minKeys: 1, maxKeys: 3 },
    ),
    fc.constantFrom(...modes),
  )
  .chain(([named, mode]) =>
    fc.record({
      comment: fc.array(text(20), { maxLength: 3 }),
      mode: fc.constant(mode),
      contacts: fc.constant(new Map(Object.entries(named))),
      assignments: fc.uniqueArray(
        fc.record({
          match: matches,
          wants: fc
            .dictionary(
              fc.constantFrom<ContactType>('BILLING', 'OPERATIONS', 'SECURITY'),
              fc.constantFrom('unmanaged', ...(mode === 'fill-missing' ? [] : ['absent']), ...Object.keys(named)),
              { minKeys: 1, noNullPrototype: true },
            )
            .map((wants): WrittenAssignment['wants'] => wants),
          unmanagedNote: fc.constant('gap'),
        }),
        { maxLength: 4, selector: ({ match }) => keyOf(match) },
      ),
    }),
  );

const selectorOf = (match: WrittenMatch) => {
  if (match.kind === 'all') return [{ kind: 'all' }];
  const values = match.values.map(({ value }) => value);
  if (match.kind === 'tag') return [{ kind: 'tag', key: match.key, values }];
  return match.kind === 'ou' ? [{ kind: 'ou', units: values }] : [{ kind: 'account', ids: values }];
};

it('writes what parses to exactly what was given, whatever is in names, contacts and notes', () => {
  fc.assert(
    fc.property(policies, (written) => {
      const parsed = parsePolicy(renderPolicy(written), 'contacts.yaml');
      if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.diagnostics));
      const wantOf = (name: string | undefined) =>
        name === 'absent' || name === 'unmanaged'
          ? { kind: name }
          : { kind: 'contact', contactName: name, contact: written.contacts.get(name ?? '') };
      expect(parsed.policy).toMatchObject({
        mode: written.mode,
        assignments: written.assignments.map(({ match, wants }) => ({
          match: selectorOf(match),
          wants: Object.fromEntries(Object.entries(wants).map(([type, name]) => [type, wantOf(name)])),
        })),
        exclude: [],
      });
      expect(parsed.policy.assignments).toHaveLength(written.assignments.length);
    }),
    { numRuns: 500 },
  );
});
