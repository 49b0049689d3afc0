import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Contact } from '../contact/contact.ts';
import { type ParsedPolicy, parsePolicy } from './parse-policy.ts';
import { type AnyAssignment, type AnyFile, type AnySelector, anyFile, valuesOf } from './policy-data.builder.ts';

/** A file written down: as YAML in blocks, as YAML in braces, or as JSON. */
const written = (file: unknown, style: string): string => {
  if (style === 'json') return JSON.stringify(file, undefined, 1);
  return stringify(file, { version: '1.2', ...(style === 'braces' && { collectionStyle: 'flow' as const }) });
};
const styles = fc.constantFrom('blocks', 'braces', 'json');
const anyText = fc.tuple(anyFile, styles).map(([file, style]) => written(file, style));

const all = (parsed: ParsedPolicy) => (parsed.kind === 'valid' ? parsed.warnings : parsed.diagnostics);

/** Whatever a text is: something is said of it, in order, once, and at places that it has. */
const expectWellDiagnosed = (text: string): void => {
  const parsed = parsePolicy(text, 'contacts.yaml');
  const lines = text.split('\n');
  const said = all(parsed);
  expect(said.some(({ severity }) => severity === 'error')).toBe(parsed.kind === 'invalid');
  for (const { place, message, help } of said) {
    expect(place.line).toBeGreaterThanOrEqual(1);
    expect(place.line).toBeLessThanOrEqual(lines.length);
    expect(place.column).toBeGreaterThanOrEqual(1);
    expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? '').length + 1);
    expect(place.length).toBeGreaterThanOrEqual(1);
    expect(message).not.toBe('');
    expect(help).not.toBe('');
  }
  const places = said.map(({ code, place }) => [place.line, place.column, code] as const);
  expect(places).toEqual(
    places.toSorted((one, other) => one[0] - other[0] || one[1] - other[1] || (one[2] < other[2] ? -1 : 1)),
  );
  expect(new Set(places.map(String)).size).toBe(places.length);
};

it('never throws on any text, and says something of it', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.json()),
      expectWellDiagnosed,
    ),
    { numRuns: 200 },
  );
});

const pieces = [
  ...'-:?[]{},#&*!|>\'"%@`~ \n\t\r',
  ...[
    'version',
    ': ',
    '1',
    'contacts',
    'assignments',
    '- match: ',
    'all',
    'security: ',
    'exclude',
    'mode: ',
    '\n  ',
    '\n    ',
  ],
  ...[
    '&a ',
    '*a',
    '<<: ',
    '!!str ',
    '!!binary ',
    '!!set ',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '\uFEFF',
    '__proto__',
    'null',
    '0x1f',
    '1e999',
    '.nan',
  ],
  ...['ou: ', 'tag: ', 'account: ', 'name: ', '"', "'", 'absent', '${x}', '? ', '\\', '\u0000', '😀'],
];

it('never throws on any text that looks like YAML', () => {
  const looksLikeYaml = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((each) => each.join(''));
  fc.assert(fc.property(looksLikeYaml, expectWellDiagnosed), { numRuns: 1_500 });
});

it('never throws on a file that was changed by accident', () => {
  const slips = fc.array(
    fc.record({ at: fc.nat(), remove: fc.integer({ min: 0, max: 6 }), put: fc.constantFrom('', ...pieces) }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(anyText, slips, (text, changes) => {
      const changed = changes.reduce((sofar, { at, remove, put }) => {
        const from = at % (sofar.length + 1);
        return sofar.slice(0, from) + put + sofar.slice(from + remove);
      }, text);
      expectWellDiagnosed(changed);
    }),
    { numRuns: 250 },
  );
});

it('never throws on a file that has the wrong thing somewhere', () => {
  const wrong = fc.oneof(
    fc.constantFrom(
      null,
      0,
      -1,
      true,
      '',
      ' ',
      '${x}',
      [],
      {},
      [[]],
      { present: true },
      { toString: false },
      '__proto__',
      'absent',
    ),
    fc.json().map((text): unknown => JSON.parse(text)),
  );
  fc.assert(
    fc.property(anyFile, fc.nat(), wrong, styles, (file, at, value, style) => {
      let count = 0;
      const target = at % countNodes(file);
      const replaced: unknown = JSON.parse(JSON.stringify(file), (_, each: unknown) =>
        count++ === target ? value : each,
      );
      expectWellDiagnosed(written(replaced, style));
    }),
    { numRuns: 800 },
  );
});

const countNodes = (file: unknown): number => {
  let count = 0;
  JSON.parse(JSON.stringify(file), (_, each: unknown) => {
    count++;
    return each;
  });
  return count;
};

const listOf = (values: string | readonly string[]) => [values].flat();

const selectorOf = (match: 'all' | AnySelector): readonly object[] => {
  if (match === 'all') return [{ kind: 'all' }];
  const { account, management, ou, tag, name, not } = match;
  return [
    ...(account === undefined ? [] : [{ kind: 'account', ids: listOf(account) }]),
    ...(management === undefined ? [] : [{ kind: 'management', is: management }]),
    ...(ou === undefined ? [] : [{ kind: 'ou', units: listOf(ou) }]),
    ...Object.entries(tag ?? {}).map(([key, values]) => ({ kind: 'tag', key, values: valuesOf(values) })),
    ...(name === undefined ? [] : [{ kind: 'name', names: listOf(name) }]),
    ...(not === undefined ? [] : [{ kind: 'not', conditions: selectorOf(not) }]),
  ];
};

const wantsOf = ({ contacts }: AnyFile, { security, operations, billing }: AnyAssignment) => {
  const want = (name: string | Contact) => {
    if (typeof name !== 'string') return { kind: 'contact', contactName: null, masked: [], contact: name };
    return name === 'absent' || name === 'unmanaged'
      ? { kind: name }
      : { kind: 'contact', contactName: name, masked: [], contact: contacts[name] };
  };
  return {
    ...(security !== undefined && { SECURITY: want(security) }),
    ...(operations !== undefined && { OPERATIONS: want(operations) }),
    ...(billing !== undefined && { BILLING: want(billing) }),
  };
};

it('makes of a file without a mistake exactly what was written into it', () => {
  fc.assert(
    fc.property(anyFile, styles, (file, style) => {
      const text = written(file, style);
      const parsed = parsePolicy(text, 'contacts.yaml');
      if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.diagnostics));
      expect(parsed.policy).toEqual({
        mode: file.mode ?? 'enforce',
        hash: createHash('sha256').update(text).digest('hex'),
        assignments: file.assignments.map((assignment) => ({
          match: selectorOf(assignment.match),
          wants: wantsOf(file, assignment),
          mode: assignment.mode ?? file.mode ?? 'enforce',
          place: expect.objectContaining({ file: 'contacts.yaml' }),
        })),
        exclude: (file.exclude ?? []).map((match) => ({ match: selectorOf(match), place: expect.anything() })),
        lint: {
          allowedEmailDomains: file.lint?.allowedEmailDomains ?? null,
          reviewEvery: file.lint?.reviewEvery === undefined ? null : Number.parseInt(file.lint.reviewEvery, 10),
          errors: [],
          ignore: file.lint?.ignore ?? [],
        },
      });
      const used = new Set(
        file.assignments.flatMap(({ security, operations, billing }) => [security, operations, billing]),
      );
      const isTold = !file.lint?.ignore?.includes('unused-contact');
      const unused = Object.keys(file.contacts).filter((name) => isTold && !used.has(name));
      expect(parsed.warnings.filter(({ code }) => code === 'unused-contact')).toHaveLength(unused.length);
      for (const { code } of parsed.warnings) expect(file.lint?.ignore ?? []).not.toContain(code);
    }),
    { numRuns: 500 },
  );
});

it('finds the same errors in whatever order the assignments stand, and without any the same warnings', () => {
  const contact = { name: 'Mary', title: 'Security', email: 'mary@example.com', phone: '5' };
  const matches = fc.constantFrom<unknown>(
    'all',
    { ou: 'A' },
    { ou: ['A'] },
    { ou: '/A' },
    {},
    { account: ['111122223333', '111122223333'] },
    { name: 'x' },
    { nmae: 'x' },
  );
  const names = fc.constantFrom('desk', 'absent', 'nobody', '');
  const someAssignments = fc.array(
    fc.record(
      { match: matches, mode: fc.constantFrom('fill-missing', 'none'), security: names, billing: names },
      { requiredKeys: ['match'] },
    ),
    { maxLength: 5 },
  );
  const shuffled = someAssignments.chain((each) =>
    fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
  );
  const codesOf = (assignments: unknown) => {
    const said = all(
      parsePolicy(written({ version: 1, contacts: { desk: contact }, assignments }, 'blocks'), 'contacts.yaml'),
    );
    const errors = said.filter(({ severity }) => severity === 'error');
    return [...new Set((errors.length > 0 ? errors : said).map(({ code }) => code))].toSorted();
  };
  fc.assert(
    fc.property(shuffled, ([assignments, reordered]) => {
      expect(codesOf(reordered)).toEqual(codesOf(assignments));
    }),
    { numRuns: 500 },
  );
});
