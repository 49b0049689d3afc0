import { printable } from '../diagnostic/printable.ts';

/** What an organization has that a first policy can speak of. */
export interface OrgOutline {
  readonly id: string;
  readonly accounts: number;
  /** Units below the root by their paths, each with how many accounts are in it or below it. */
  readonly units: readonly { readonly path: string; readonly accounts: number }[];
  /** Tag keys with some of their values. */
  readonly tags: readonly { readonly key: string; readonly values: readonly string[] }[];
}

/** As many units, tag keys and values of one are named: examples, and no inventory. */
const mostExamples = 12;

/**
 * Writes a first policy file, with comments that name the units and tags of the organization where one could be read. Nothing can be
 * planned with it before its placeholders are filled in: they are errors in it. Pure.
 */
export const renderFirstPolicy = (outline: OrgOutline | null): string =>
  [
    '# yaml-language-server: $schema=./node_modules/orgcontacts/policy.schema.json',
    '# Whom AWS calls about billing, operations and security, in every account of the organization.',
    '# The whole language: docs/policy-file.md. Check this file with: orgcontacts validate',
    'version: 1',
    '',
    '# fill-missing only puts contacts where none are. enforce also changes and deletes; report-only only tells.',
    'mode: fill-missing',
    '',
    'contacts:',
    ...contactLines('security-desk', 'Security'),
    ...contactLines('operations-desk', 'Operations'),
    ...contactLines('finance', 'Billing'),
    '',
    '# The most specific assignment wins: account, then tag or name, then the deepest unit, then all.',
    'assignments:',
    '  - match: all',
    '    security: security-desk',
    '    operations: operations-desk',
    '    billing: finance',
    '',
    ...(outline ? outlineLines(outline) : madeUpLines),
    '  # - match: { management: true }',
    '  #   billing: finance',
    '',
    '# Accounts that are never read and never written:',
    '# exclude:',
    `#   - ou: ${quoted(unitToExclude(outline))}`,
    '',
    'lint:',
    '  errors: [placeholder]       # until every value above is filled in, nothing is planned',
    '  # allowedEmailDomains: [your-domain.example]',
    '  # reviewEvery: 180d         # with reviewed: 2026-11-01 beside a contact',
    '',
  ].join('\n');

const contactLines = (name: string, title: string): readonly string[] => [
  `  ${name}:`,
  '    name: TODO',
  `    title: ${title}`,
  '    email: TODO@example.com',
  '    phone: "+00000000000"       # quotes keep YAML from reading a number',
];

const outlineLines = ({ id, accounts, units, tags }: OrgOutline): readonly string[] => [
  `  # Organization ${id} has ${accounts} accounts. An assignment for one of its units overrides the one for all:`,
  ...units
    .slice(0, mostExamples)
    .map(
      ({ path, accounts: inside }) =>
        `  # - match: { ou: ${quoted(path)} }   # ${inside} ${inside === 1 ? 'account' : 'accounts'}`,
    ),
  ...(units.length > mostExamples ? [`  #   … and ${units.length - mostExamples} more units`] : []),
  '  #   operations: operations-desk',
  ...(tags.length === 0 ? ['  # No account that was looked at has tags.'] : ['  # Or for the accounts with a tag:']),
  ...tags
    .slice(0, mostExamples)
    .map(({ key, values }) => `  # - match: { tag: { ${quoted(key)}: ${listed(values)} } }`),
  ...(tags.length > mostExamples ? [`  #   … and ${tags.length - mostExamples} more tag keys`] : []),
  ...(tags.length === 0 ? [] : ['  #   operations: operations-desk']),
];

const madeUpLines: readonly string[] = [
  '  # No organization could be reached, so these are made up. A unit, by its path below the root:',
  '  # - match: { ou: Workloads/Prod }',
  '  #   operations: operations-desk',
  '  # Or the accounts with a tag:',
  '  # - match: { tag: { team: payments } }',
  '  #   operations: operations-desk',
];

/** A unit that people often leave alone, if there is one. */
const unitToExclude = (outline: OrgOutline | null): string =>
  outline?.units.find(({ path }) => /sandbox|suspended/i.test(path))?.path ?? 'Sandbox';

const listed = (values: readonly string[]): string => {
  const shown = values.slice(0, mostExamples).map(quoted);
  return shown.length === 1 ? (shown[0] ?? '') : `[${shown.join(', ')}]`;
};

/** As it stands where YAML takes it for a text in braces, in quotes otherwise; never more than one line. */
const quoted = (text: string): string => {
  const safe = printable(text);
  return /^[A-Za-z][\w/-]*$/.test(safe) && !/^(true|false|null)$/i.test(safe) ? safe : JSON.stringify(safe);
};
