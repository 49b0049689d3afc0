import fc from 'fast-check';
import type { Contact } from '../contact/contact.ts';
import type { Mode } from './policy.ts';

/** What a selector of a generated file says. */
export interface AnySelector {
  readonly ou?: string | readonly string[];
  readonly tag?: Readonly<Record<string, string | readonly string[]>>;
  readonly account?: string | readonly string[];
}

/** What an assignment of a generated file says. */
export interface AnyAssignment {
  readonly match: 'all' | AnySelector;
  readonly mode?: Mode;
  readonly security?: string;
  readonly operations?: string;
  readonly billing?: string;
}

/** A policy file as data, before it is written down. */
export interface AnyFile {
  readonly version: 1;
  readonly mode?: Mode;
  readonly contacts: Readonly<Record<string, Contact>>;
  readonly assignments: readonly AnyAssignment[];
  readonly exclude?: readonly ('all' | AnySelector)[];
}

const letters = (alphabet: string, min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: min, maxLength: max });

const solid = 'abzAZ09éß山';
/** Text with everything that YAML could take amiss, without blanks around it. */
const texts = fc
  .tuple(letters(solid, 1, 1), letters(`${solid} :#-'"&*!|>%@{}[],?~\\`, 0, 12), letters(solid, 1, 1))
  .map((parts) => parts.join(''));

const contacts: fc.Arbitrary<Contact> = fc.record({
  name: texts,
  title: texts,
  email: fc
    .tuple(letters('abcXYZ019._+=#|!&-', 1, 12), letters('abcX.-', 1, 8), letters('abc', 1, 3))
    .map(([local, domain, top]) => `${local}@${domain}.${top}`),
  phone: fc
    .tuple(letters('0123456789', 1, 1), letters('0123456789 ()+-', 0, 10), letters('0123456789', 1, 1))
    .map((parts) => parts.join('')),
});

const oneOrMany = (values: fc.Arbitrary<string>) =>
  fc.oneof(values, fc.uniqueArray(values, { minLength: 1, maxLength: 3 }));

const accountIds = letters('0123456789', 12, 12);
const unitNames = letters('abAB01 -', 1, 4).filter((name) => name.trim() !== '');
const units = fc.oneof(
  fc.constant('/'),
  fc.array(unitNames, { minLength: 1, maxLength: 3 }).map((names) => names.join('/')),
);
const tagKeys = fc.oneof(letters('abzAZ:/_-', 1, 6), fc.constantFrom('mode', 'account', 'match', 'on', 'null', '42'));
const tags = fc.dictionary(tagKeys, oneOrMany(fc.oneof(texts, letters('ab*?', 0, 4))), {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
});

const selectors: fc.Arbitrary<AnySelector> = fc
  .record({ ou: oneOrMany(units), tag: tags, account: oneOrMany(accountIds) }, { requiredKeys: [] })
  .filter((selector) => Object.keys(selector).length > 0);

const anyMatch = fc.oneof({ weight: 1, arbitrary: fc.constant('all' as const) }, { weight: 4, arbitrary: selectors });
const modes = fc.constantFrom<Mode>('enforce', 'fill-missing', 'report-only');

const wants = (names: readonly string[], isFilling: boolean) => {
  const words = fc.constantFrom('unmanaged', ...names, ...(isFilling ? [] : ['absent']));
  return fc
    .record({ security: words, operations: words, billing: words }, { requiredKeys: [] })
    .filter((each) => Object.keys(each).length > 0);
};

const assignments = (names: readonly string[], fileMode: Mode | undefined): fc.Arbitrary<AnyAssignment> =>
  fc
    .option(modes, { nil: undefined })
    .chain((mode) =>
      fc
        .tuple(anyMatch, wants(names, (mode ?? fileMode) === 'fill-missing'))
        .map(([match, want]) => ({ match, ...(mode && { mode }), ...want })),
    );

const contactNames = fc
  .uniqueArray(fc.oneof(letters('abc-_.', 1, 5), fc.constantFrom('mode', 'on', '7', 'null', 'constructor')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((names) => names.filter((name) => !['absent', 'unmanaged'].includes(name)));

const distinctBy = (match: AnyAssignment['match']): string => (match === 'all' ? 'all' : JSON.stringify(sorted(match)));

const sorted = ({ ou, tag, account }: AnySelector) => [
  [ou ?? []].flat().toSorted(),
  Object.entries(tag ?? {})
    .map(([key, values]) => [key, [values].flat().toSorted()])
    .toSorted(),
  [account ?? []].flat().toSorted(),
];

/** Policy files without an error, as data: no two assignments have the same selector. */
export const anyFile: fc.Arbitrary<AnyFile> = fc
  .tuple(contactNames, fc.option(modes, { nil: undefined }))
  .chain(([names, mode]) =>
    fc.record({
      names: fc.constant(names),
      mode: fc.constant(mode),
      each: fc.tuple(...names.map(() => contacts)),
      assignments: fc.uniqueArray(assignments(names, mode), {
        maxLength: 6,
        selector: ({ match }) => distinctBy(match),
      }),
      exclude: fc.option(fc.array(anyMatch, { maxLength: 2 }), { nil: undefined }),
    }),
  )
  .map(({ names, mode, each, assignments, exclude }) => ({
    version: 1,
    ...(mode && { mode }),
    contacts: Object.fromEntries(names.flatMap((name, index) => (each[index] ? [[name, each[index]] as const] : []))),
    assignments,
    ...(exclude && { exclude }),
  }));
