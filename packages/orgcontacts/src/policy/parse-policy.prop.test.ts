import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Contact } from '../contact/contact.ts';
import { hostileTexts, styles, written } from './hostile-text.builder.ts';
import { type ParsedPolicy, parsePolicy } from './parse-policy.ts';
import { type AnyAssignment, type AnyFile, type AnySelector, anyFile, valuesOf } from './policy-data.builder.ts';
import { expectWellDiagnosed } from './well-diagnosed.builder.ts';

const all = (parsed: ParsedPolicy) => (parsed.kind === 'valid' ? parsed.warnings : parsed.diagnostics);

const tries = { anyText: 200, textLikeYaml: 1_500, textWithSlips: 250, textWithWrongValue: 800 } as const;

it.each([
  ['any text', 'anyText'],
  ['any text that looks like YAML', 'textLikeYaml'],
  ['a file that was changed by accident', 'textWithSlips'],
  ['a file that has the wrong thing somewhere', 'textWithWrongValue'],
] as const)('never throws on %s, and says where it is wrong', (_, kind) => {
  fc.assert(
    fc.property(hostileTexts[kind], (text) => void expectWellDiagnosed(text)),
    { numRuns: tries[kind] },
  );
});

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
