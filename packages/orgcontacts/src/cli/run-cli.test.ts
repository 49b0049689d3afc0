import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPlanOf } from '../journal/journal.builder.ts';
import { aChange } from '../plan/plan.builder.ts';
import { renderPlan } from '../plan/read-plan.ts';
import { lines } from '../policy/policy-text.builder.ts';
import { commands } from './commands/index.ts';
import { runLine } from './io.builder.ts';
import { version } from './version.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgcontacts-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes a file for a command to read, and gives its path. */
const fileOf = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

/** What a document of the program holds, whatever it is about. */
const documentIn = (text: string): Readonly<Record<string, unknown>> => JSON.parse(text);

describe('help', () => {
  it('is shown without arguments, with every command, on standard output', async () => {
    const { status, out, err } = await runLine([]);
    expect(status).toBe(0);
    expect(err).toBe('');
    for (const { name, summary } of commands)
      expect(out).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 20)}`, 'm'));
    expect(out).toContain('Exit status: 0 done or in sync, 1 error');
    expect(out).toContain('orgcontacts demo ');
  });

  it('is the same with --help', async () => {
    const { status, out } = await runLine(['--help']);
    expect(status).toBe(0);
    expect(out.trim()).toBe((await runLine([])).out.trim());
  });

  it.each(['-v', '--version'])('says the version with %s', async (flag) => {
    expect(await runLine([flag])).toEqual({ status: 0, out: `${version()}\n`, err: '' });
    expect(version()).toMatch(/^\d+\.\d+\.\d+/);
  });

  describe.each(commands.map(({ name, summary }) => ({ name, summary })))('of $name', ({ name, summary }) => {
    it('says what it does, shows examples, and says what each option means', async () => {
      const { status, out, err } = await runLine([name, '--help'], { width: () => 200 });
      expect(status).toBe(0);
      expect(err).toBe('');
      expect(out).toContain(`Usage: orgcontacts ${name}`);
      expect(out).toContain(summary);
      expect(out).toMatch(new RegExp(`\nExamples:\n  orgcontacts ${name}`));
      const options = out.split('\n').filter((line) => /^ {2}-/.test(line));
      expect(options.length).toBeGreaterThan(1);
      for (const option of options) expect(option).toMatch(/^ {2}(-\w, )?--[\w-]+( <[\w=]+>)? {2,}\S.{10,}/);
    });

    it('is the same with help before the name', async () => {
      expect(await runLine(['help', name])).toEqual(await runLine([name, '--help']));
    });

    it('is no wider than the screen, but for its examples', async () => {
      const { out } = await runLine([name, '--help'], { width: () => 70 });
      const [described = ''] = out.split('\nExamples:');
      for (const line of described.split('\n')) expect(line.length).toBeLessThanOrEqual(70);
    });
  });
});

describe('a slip', () => {
  it('in the name of a command is told with what was meant', async () => {
    const { status, out, err } = await runLine(['aply']);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toContain("unknown command 'aply'");
    expect(err).toContain('Did you mean apply?');
    expect(err).toContain('orgcontacts --help');
  });

  it('in the name of a command to help with is an error', async () => {
    expect((await runLine(['help', 'aply'])).status).toBe(1);
  });

  it.each([
    [['plan', '--jsn'], 'Did you mean --json?'],
    [['plan', '--nonsense'], "unknown option '--nonsense'"],
    [['explain', '1', 'SECURITY', 'more'], 'too many arguments'],
    [['undo'], "missing required argument 'run'"],
    [['resume'], "missing required argument 'run'"],
    [['plan', 'surplus'], 'too many arguments'],
    [['plan', '--policy'], 'argument missing'],
    [['plan', '--quota-share', '2'], 'Expected a number from 0.01 to 1.'],
    [['plan', '--valid-for', '8d'], 'Expected a time up to 7d'],
    [['show', '--account', '12'], 'An account id has twelve digits.'],
    [['check', '--type', 'MAIN'], 'Expected one of BILLING, OPERATIONS, SECURITY.'],
  ])('as %j is told with where to look', async (argv, text) => {
    const { status, out, err } = await runLine(argv);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(text);
    expect(err).toContain(`(orgcontacts ${argv[0]} --help shows what it takes)`);
  });
});

const invalid = lines(
  'version: 1',
  'contacts: {}',
  'assignments:',
  '  - { match: all, security: nobody }',
  '  - { match: { ou: Prod/ }, billing: noone }',
);

describe('validate', () => {
  it('says what a valid policy has', async () => {
    const contact = '{ name: A, title: B, email: a@b.co, phone: "+5" }';
    const text = lines(
      'version: 1',
      `contacts: { desk: ${contact}, money: ${contact} }`,
      'assignments:',
      '  - { match: all, security: desk, billing: money }',
      '  - { match: { ou: Prod }, operations: desk }',
    );
    const file = await fileOf('valid.yaml', text);
    expect(await runLine(['validate', '--policy', file])).toEqual({
      status: 0,
      out: `${file} is valid: 2 contacts, 2 assignments.\n`,
      err: '',
    });
  });

  it('tells every mistake with its place, and ends with 1', async () => {
    const file = await fileOf('invalid.yaml', invalid);
    const { status, out, err } = await runLine(['validate', '--policy', file]);
    expect(status).toBe(1);
    expect(out).toBe(`${file} has 3 errors.\n`);
    for (const place of ['4:29', '5:20', '5:38']) expect(err).toContain(`--> ${file}:${place}\n`);
  });

  it('tells them as data too', async () => {
    const file = await fileOf('invalid.yaml', invalid);
    const { status, out } = await runLine(['validate', '--policy', file, '--json']);
    expect(status).toBe(1);
    expect(documentIn(out)).toMatchObject({
      kind: 'validate',
      diagnostics: [{ code: 'unknown-contact' }, { code: 'unit-path' }, { code: 'unknown-contact' }],
    });
  });
});

describe.each(['plan', 'check', 'apply', 'explain'])('%s', (name) => {
  const argv = name === 'explain' ? [name, '111122223333'] : [name];

  it('needs a policy file', async () => {
    const missing = join(folder, 'missing.yaml');
    const { status, out, err } = await runLine([...argv, '--policy', missing]);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(`The policy file ${missing} cannot be read: there is no such file.`);
    expect(err).toContain('--policy FILE');
  });

  it('tells all that is wrong with a policy and asks AWS nothing', async () => {
    const file = await fileOf('invalid.yaml', invalid);
    const { status, out, err } = await runLine([...argv, '--policy', file]);
    expect(status).toBe(1);
    expect(out).toBe('');
    for (const place of ['4:29', '5:20', '5:38']) expect(err).toContain(`--> ${file}:${place}\n`);
    expect(err).toContain(`${file} is not valid; nothing was asked of AWS.`);
  });

  it('tells it as one JSON document where data was asked for', async () => {
    const file = await fileOf('invalid.yaml', invalid);
    const { status, out } = await runLine([...argv, '--policy', file, '--json']);
    expect(status).toBe(1);
    expect(documentIn(out)).toMatchObject({ kind: 'error', command: name, reason: 'error', version: 1 });
    expect(documentIn(out)['diagnostics']).toHaveLength(3);
  });
});

it('explain refuses what is no contact type before anything is read', async () => {
  const { status, err } = await runLine(['explain', '111122223333', 'PRIMARY', '--policy', join(folder, 'missing')]);
  expect(status).toBe(1);
  expect(err).toBe('PRIMARY is no contact type.\nExpected one of BILLING, OPERATIONS, SECURITY.\n');
});

describe('apply of a saved plan', () => {
  const plan = aPlanOf([aChange('create')]);

  it.each([
    ['that is not there', undefined, 1, 'cannot be read: ENOENT'],
    ['that is no plan', 'hello', 1, 'it is not a plan file of orgcontacts'],
    ['that was edited', renderPlan(plan).replace('mary@', 'nikki@'), 1, 'it was edited or damaged'],
    ['that is damaged', renderPlan(plan).replace('"keeps": 0', '"keeps": "no"'), 1, 'it is damaged at keeps'],
    ['of another version', renderPlan(plan).replace('"version": 1', '"version": 2'), 5, 'it is of version 2'],
  ])('%s is refused', async (_, text, expected, because) => {
    const file = text === undefined ? join(folder, 'none.json') : await fileOf('a.plan.json', text);
    const { status, out, err } = await runLine(['apply', file, '--yes']);
    expect(status).toBe(expected);
    expect(out).toBe('');
    expect(err).toContain(because);
    expect(err).toContain('orgcontacts plan --out FILE');
  });

  it.each([
    ['--account', '111122223333'],
    ['--ou', 'Prod'],
    ['--tag', 'a=b'],
    ['--type', 'SECURITY'],
  ])('cannot be narrowed by %s', async (...filter) => {
    const file = await fileOf('whole.plan.json', renderPlan(plan));
    const { status, err } = await runLine(['apply', file, '--yes', ...filter]);
    expect(status).toBe(1);
    expect(err).toBe(
      'A saved plan is applied whole: filters cannot narrow it.\nGive the filters to plan --out instead.\n',
    );
  });
});
