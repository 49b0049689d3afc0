import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parsePolicy } from './parse-policy.ts';
import { anyFile } from './policy-data.builder.ts';
import { lines } from './policy-text.builder.ts';
import { replaceAddress } from './replace-address.ts';

const change = { old: 'mary@example.com', replacement: 'security-desk@example.com' };
const rest = 'title: T, phone: "+1 555 0100"';

const text = lines(
  '# whom AWS calls',
  'version: 1   # for ever',
  'contacts:',
  '  mary:      # she knows',
  '    name: mary@example.com',
  '    title: Security',
  '    email: mary@example.com   # until she leaves',
  '    phone: "+1 555 0100"',
  `  other: { name: O, ${rest}, email: 'Mary@EXAMPLE.com' }`,
  `  third: { name: P, ${rest}, email: "third@example.com" }`,
  'assignments:',
  '  - match: all',
  '    security: mary',
  '    operations: third',
  `    billing: { name: I, ${rest}, email: " mary@example.com " }`,
  '  - { match: { ou: Prod }, security: other }',
);

const textOf = (written: string, options = {}) => {
  const replaced = replaceAddress(written, 'contacts.yaml', change, options);
  if (replaced.kind === 'invalid') throw new Error(JSON.stringify(replaced.diagnostics));
  return replaced;
};

it('replaces the address wherever it stands, in whatever case, and keeps comments, layout and quotes', () => {
  const replaced = textOf(text);
  expect(replaced.text).toBe(
    text
      .replace('    email: mary@example.com ', '    email: security-desk@example.com ')
      .replace("'Mary@EXAMPLE.com'", '"security-desk@example.com"')
      .replace('" mary@example.com "', '"security-desk@example.com"'),
  );
  expect(replaced.edits.map(({ contactName, place: { line } }) => [contactName, line])).toEqual([
    ['mary', 7],
    ['other', 9],
    [null, 15],
  ]);
});

it('leaves a policy alone that does not have the address', () => {
  const other = replaceAddress(text, 'contacts.yaml', { old: 'nobody@example.com', replacement: 'x@example.com' });
  expect(other).toEqual({ kind: 'replaced', text, edits: [], outside: [] });
});

it('leaves windows line ends and a byte order mark as they are', () => {
  const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  expect(textOf(windows).text).toBe(`\uFEFF${textOf(text).text.replaceAll('\n', '\r\n')}`);
});

it('quotes an address that YAML would take for something else', () => {
  const odd = replaceAddress(text, 'contacts.yaml', { ...change, replacement: '#mary@example.com' });
  expect(odd).toMatchObject({ kind: 'replaced', text: expect.stringContaining('    email: "#mary@example.com"   #') });
});

it('changes an address behind an alias where it stands', () => {
  const aliased = lines(
    'version: 1',
    'contacts:',
    `  one: &one { name: O, ${rest}, email: &e mary@example.com }`,
    '  two: *one',
    `  three: { name: T, ${rest}, email: *e }`,
    'assignments: [{ match: all, security: one, billing: two, operations: three }]',
  );
  const { text: edited, edits } = textOf(aliased);
  expect(edited).toBe(aliased.replace('mary@example.com', 'security-desk@example.com'));
  expect(edits).toHaveLength(1);
});

it('replaces in the order of the file where the assignments stand before the contacts', () => {
  const [head, contacts = ''] = text.split('contacts:\n');
  const [named, assigned] = contacts.split('assignments:\n');
  const turned = `${head}assignments:\n${assigned}contacts:\n${named}`;
  const { text: edited, edits } = textOf(turned);
  expect(edits.map(({ place: { line } }) => line)).toEqual([7, 13, 15]);
  expect(edited).toBe(
    turned
      .replace('    email: mary@example.com ', '    email: security-desk@example.com ')
      .replace("'Mary@EXAMPLE.com'", '"security-desk@example.com"')
      .replace('" mary@example.com "', '"security-desk@example.com"'),
  );
});

it('quotes an address that ends in a blank', () => {
  const blank = replaceAddress(text, 'contacts.yaml', { ...change, replacement: 'desk@example.com ' });
  expect(blank).toMatchObject({ kind: 'replaced', text: expect.stringContaining('email: "desk@example.com "   #') });
});

it('says which addresses come from outside, and leaves those of templates', () => {
  const outside = text.replace("'Mary@EXAMPLE.com'", '"${env:ORGCONTACTS_MAIL}"').replace('third@', '${account.id}@');
  const replaced = textOf(outside, { readReference: () => ({ kind: 'value', text: 'mary@example.com' }) });
  expect(replaced.outside.map(({ contactName }) => contactName)).toEqual(['other']);
  expect(replaced.text).toContain('"${env:ORGCONTACTS_MAIL}"');
});

describe('refuses', () => {
  const refused = (written: string, replacement = change.replacement) =>
    replaceAddress(written, 'contacts.yaml', { ...change, replacement });

  it('a policy with errors', () => {
    expect(refused(text.replace('ou: Prod', 'oo: Prod'))).toMatchObject({
      kind: 'invalid',
      diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'unknown-key' })]),
    });
  });

  it('an address that AWS, or the policy, would refuse, showing the text as it would be', () => {
    expect(refused(text, 'nobody')).toMatchObject({
      kind: 'invalid',
      text: expect.stringContaining('email: "nobody"'),
      diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'value-refused' })]),
    });
    const strict = `${text}lint: { allowedEmailDomains: [example.com] }\n`;
    expect(refused(strict, 'mary@example.org')).toMatchObject({
      diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'email-domain' })]),
    });
  });

  it('an address in a text of several lines', () => {
    const block = text.replace('email: mary@example.com   # until she leaves', 'email: |-\n      mary@example.com');
    expect(refused(block)).toMatchObject({
      kind: 'invalid',
      diagnostics: [
        {
          message: 'This address is written in a way that cannot be edited without changing something else.',
          help: 'Change it by hand.',
          place: { line: 7 },
        },
      ],
    });
  });

  it('an address that stands where it means something else too', () => {
    const shared = lines(
      'version: 1',
      'contacts:',
      `  one: { name: &m mary@example.com, ${rest}, email: *m }`,
      'assignments: [{ match: all, security: one }]',
    );
    expect(refused(shared)).toMatchObject({ kind: 'invalid', diagnostics: [{ place: { line: 3 } }] });
  });
});

it('changes in any policy exactly the addresses that are meant', () => {
  const styles = fc.constantFrom('block', 'flow');
  fc.assert(
    fc.property(anyFile, styles, fc.nat(), ({ lint: _, ...file }, collectionStyle, pick) => {
      const named = Object.values(file.contacts);
      const old = named[pick % Math.max(1, named.length)]?.email ?? 'none@example.com';
      const written = stringify(file, { collectionStyle: collectionStyle === 'flow' ? 'flow' : 'any' });
      const replaced = replaceAddress(written, 'contacts.yaml', { old, replacement: 'new@example.com' });
      if (replaced.kind === 'invalid') throw new Error(JSON.stringify(replaced.diagnostics));
      const isOld = (value: unknown) => typeof value === 'string' && value.toLowerCase() === old.toLowerCase();
      const expected: unknown = JSON.parse(JSON.stringify(file), (key, value: unknown) =>
        key === 'email' && isOld(value) ? 'new@example.com' : value,
      );
      const policyOf = (source: string) => {
        const parsed = parsePolicy(source, 'contacts.yaml');
        return (
          parsed.kind === 'valid' && parsed.policy.assignments.map(({ match, wants, mode }) => ({ match, wants, mode }))
        );
      };
      expect(policyOf(replaced.text)).toEqual(policyOf(stringify(expected)));
    }),
    { numRuns: 300 },
  );
});
