import fc from 'fast-check';
import type { Contact } from '../contact/contact.ts';
import type { DiagnosticCode } from '../diagnostic/diagnostic-codes.ts';
import { warningCodes } from './lint-settings.ts';
import type { Mode } from './policy.ts';

/** What the conditions of a generated file say. */
interface AnyConditions {
  readonly account?: string | readonly string[];
  readonly management?: boolean;
  readonly ou?: string | readonly string[];
  readonly tag?: Readonly<Record<string, string | readonly string[] | { readonly present: true }>>;
  readonly name?: string | readonly string[];
}

/** What a selector of a generated file says. */
export interface AnySelector extends AnyConditions {
  readonly not?: AnyConditions;
}

/** What an assignment of a generated file says. */
export interface AnyAssignment {
  readonly match: 'all' | AnySelector;
  readonly mode?: Mode;
  readonly security?: string | Contact;
  readonly operations?: string | Contact;
  readonly billing?: string | Contact;
}

/** A policy file as data, before it is written down. */
export interface AnyFile {
  readonly version: 1;
  readonly mode?: Mode;
  readonly contacts: Readonly<Record<string, Contact>>;
  readonly assignments: readonly AnyAssignment[];
  readonly exclude?: readonly ('all' | AnySelector)[];
  readonly lint?: {
    readonly allowedEmailDomains?: readonly string[];
    readonly reviewEvery?: string;
    readonly errors?: readonly DiagnosticCode[];
    readonly ignore?: readonly DiagnosticCode[];
  };
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
const tagValues = fc.oneof(
  { weight: 4, arbitrary: oneOrMany(fc.oneof(texts, letters('ab*?', 0, 4))) },
  { weight: 1, arbitrary: fc.constant({ present: true } as const) },
);
const tags = fc.dictionary(tagKeys, tagValues, { minKeys: 1, maxKeys: 3, noNullPrototype: true });

const conditions = {
  ou: oneOrMany(units),
  tag: tags,
  account: oneOrMany(accountIds),
  management: fc.boolean(),
  name: oneOrMany(fc.oneof(texts, letters('ab*?', 1, 4))),
};
const negations: fc.Arbitrary<AnyConditions> = fc
  .record(conditions, { requiredKeys: [] })
  .filter((each) => Object.keys(each).length > 0);

const selectors: fc.Arbitrary<AnySelector> = fc
  .record({ ...conditions, not: negations }, { requiredKeys: [] })
  .filter((selector) => Object.keys(selector).length > 0);

const anyMatch = fc.oneof({ weight: 1, arbitrary: fc.constant('all' as const) }, { weight: 4, arbitrary: selectors });
const modes = fc.constantFrom<Mode>('enforce', 'fill-missing', 'report-only');

const wants = (names: readonly string[], isFilling: boolean) => {
  const words = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('unmanaged', ...names, ...(isFilling ? [] : ['absent'])) },
    { weight: 1, arbitrary: contacts },
  );
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

const sorted = ({ ou, tag, account, management, name, not }: AnySelector): readonly unknown[] => [
  [ou ?? []].flat().toSorted(),
  Object.entries(tag ?? {})
    .map(([key, values]) => [key, valuesOf(values).toSorted()])
    .toSorted(),
  [account ?? []].flat().toSorted(),
  management,
  [name ?? []].flat().toSorted(),
  not && sorted(not),
];

/** The values of a tag condition; that a tag is there is the value `*`. */
export const valuesOf = (written: string | readonly string[] | { readonly present: true }): readonly string[] =>
  typeof written === 'object' && 'present' in written ? ['*'] : [written].flat();

const letter = [...'abc'];
/** Every end of a domain that a generated address can have. */
const tops = ['', ...letter].flatMap((one) =>
  ['', ...letter].flatMap((two) => letter.map((three) => one + two + three)),
);

const lint = fc.record(
  {
    allowedEmailDomains: fc.constant([...tops.map((top) => `*.${top}`), 'example.com']),
    reviewEvery: fc.constantFrom('1d', '180d', '99999d'),
    ignore: fc.subarray([...warningCodes]),
  },
  { requiredKeys: [] },
);

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
      lint: fc.option(lint, { nil: undefined }),
    }),
  )
  .map(({ names, mode, each, assignments, exclude, lint: settings }) => ({
    version: 1,
    ...(mode && { mode }),
    contacts: Object.fromEntries(names.flatMap((name, index) => (each[index] ? [[name, each[index]] as const] : []))),
    assignments,
    ...(exclude && { exclude }),
    ...(settings && { lint: settings }),
  }));
