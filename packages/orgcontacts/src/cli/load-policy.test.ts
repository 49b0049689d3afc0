import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnosticsOf, lines } from '../policy/policy-text.builder.ts';
import { anIo } from './io.builder.ts';
import { loadPolicy } from './load-policy.ts';
import { tellDiagnostics } from './tell-diagnostics.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgcontacts-policy-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What is told about the mistakes of a policy. */
const told = (text: string, errIsTerminal: boolean): string => {
  const io = anIo({ errIsTerminal });
  tellDiagnostics(io, diagnosticsOf(text), text);
  return io.told.join('');
};

/** A policy whose lines all have a mistake, so that each is shown. */
const mistaken = (...contact: readonly string[]) =>
  lines('version: 1', 'contacts:', ...contact, 'assignments:', '  - { match: all, security: desk }');

describe('mistakes in a policy', () => {
  const text = mistaken(
    '  desk:',
    '    name: "Mary Major "',
    '    title: Security',
    '    email: mary@localhost',
    '    phone: "+1 555 010x"',
  );

  it('are shown with their lines as they are at a terminal', () => {
    expect(told(text, true)).toContain('4 |     name: "Mary Major "\n');
    expect(told(text, true)).toContain('mary@localhost');
  });

  it('are shown in a log with their keys and without the contacts, the mark still under its place', () => {
    const shown = told(text, false);
    expect(shown).toContain(`
 --> contacts.yaml:6:12
  |
6 |     email: ··············
  |            ^^^^^^^^^^^^^^
`);
    for (const value of ['Mary', 'Major', 'mary', 'localhost', '555', '010x']) expect(shown).not.toContain(value);
  });

  it.each([
    ['a comma in quotes', '  desk: { name: "Major, Mary ", title: Security, email: m@example.com, phone: "5" }'],
    [
      'a comma without quotes',
      '  desk: { title: Security, email: m@example.com, phone: "5" }\n  other:\n    name: Major, Mary\n    titel: Major',
    ],
    ['a brace in quotes', "  desk: { name: ' {x} Mary', title: Security, email: m@example.com, phone: '5' }"],
    [
      'a slip in the key',
      '  desk:\n    nmae: Mary Major\n    title: Security\n    email: m@example.com\n    phone: "5"',
    ],
    ['a slip in a key of one line', '  desk: { nmae: Mary Major, title: Security, email: m@example.com, phone: "5" }'],
    ['keys in quotes', '  desk: { "name": " Mary", "title": Security, "email": m@example.com, "phone": "5" }'],
    ['no blank after the key', '  desk: {"name":" Mary","title":"Security","email":"m@example.com","phone":"5"}'],
    ['a value in a list', '  desk: { name: [Mary, Major], title: Security, email: m@example.com, phone: "5" }'],
    [
      'a value on a line of its own',
      '  desk:\n    name:\n      - Mary\n    title: Security\n    email: m@example.com\n    phone: "5"',
    ],
    [
      'a comment between',
      '  desk: { name: A, title: B, email: a@b.co, phone: "5" }\n# more\n\n  other: { name: "Major, Mary " }',
    ],
  ])('show no contact in a log with %s', (_, contact) => {
    const text = mistaken(contact);
    expect(told(text, true)).toContain('Mary');
    expect(told(text, false)).not.toMatch(/Mary|Major/);
  });

  it('show no line of a contact that is a mere text', () => {
    expect(told(mistaken('  desk: Mary Major'), false)).toContain('3 |   desk: ···· ·····\n');
  });

  it('show no contact in a log that stands within an assignment', () => {
    const text = lines(
      'version: 1',
      'contacts: {}',
      'assignments:',
      '  - { match: all, security: { name: "Mary, M}" } }',
    );
    expect(told(text, false)).toContain('4 |   - { match: all, security: { name: ·········· } }\n');
  });

  it('show no contact in a log of a policy in JSON', () => {
    const text = lines(
      '{',
      '  "version": 1,',
      '  "contacts": {',
      '    "desk": {',
      '      "name": "Major, Mary ",',
      '    }',
      '  },',
      '  "assignments": [{ "match": "all", "security": "nobody" }]',
      '}',
    );
    expect(told(text, false)).toContain('"security": "nobody"');
    expect(told(text, false)).toContain('"desk": {');
    expect(told(text, false)).not.toMatch(/Mary|Major/);
  });

  it('show whom an assignment means also in a log', () => {
    const text = lines('version: 1', 'contacts: {}', 'assignments:', '  - { match: { ou: /Prod }, security: desc }');
    expect(told(text, false)).toContain('4 |   - { match: { ou: /Prod }, security: desc }\n');
  });
});

describe('a policy file', () => {
  it('that is not there is an error that says what to do', async () => {
    await expect(loadPolicy(anIo(), { policy: join(folder, 'none.yaml') })).rejects.toMatchObject({
      reason: 'error',
      message: `The policy file ${join(folder, 'none.yaml')} cannot be read: there is no such file.`,
      help: expect.stringContaining('--policy FILE'),
    });
  });

  it('that is a folder is an error with the reason', async () => {
    await expect(loadPolicy(anIo(), { policy: folder })).rejects.toMatchObject({
      message: expect.stringContaining('EISDIR'),
    });
  });

  it('with warnings only is told and loaded', async () => {
    const file = join(folder, 'warned.yaml');
    const contact = '{ name: A, title: B, email: a@b.co, phone: "+5" }';
    const text = lines(
      'version: 1',
      'contacts:',
      `  desk: ${contact}`,
      `  spare: ${contact}`,
      'assignments:',
      '  - { match: all, security: desk }',
    );
    await writeFile(file, text);
    const io = anIo();
    const { policy, text: read } = await loadPolicy(io, { policy: file });
    expect(policy.assignments).toHaveLength(1);
    expect(read).toBe(text);
    expect(io.told).toHaveLength(1);
    expect(io.told[0]).toBe(`${file} has 1 warning (1 unused-contact); see with: orgcontacts validate\n`);
  });
});
