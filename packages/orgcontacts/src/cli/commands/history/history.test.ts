import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHeader, anIntent, anOutcome, aPlanOf, aStoredRun, at, written } from '../../../journal/journal.builder.ts';
import { aChange } from '../../../plan/plan.builder.ts';
import { runLine } from '../../io.builder.ts';

let folder: string;

/** What a document of the program holds, whatever it is about. */
const documentIn = (text: string): Readonly<Record<string, unknown>> => JSON.parse(text);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgcontacts-history-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A run of one change that was written, or is open; it began with the year unless it says otherwise. */
interface Past {
  readonly run: string;
  readonly at?: string;
  readonly isOpen?: boolean;
}

/** A folder of journals with these runs. */
const journals = async (name: string, ...runs: readonly (string | Past)[]): Promise<string> => {
  const plan = aPlanOf([aChange('create')]);
  for (const past of runs.map((each) => (typeof each === 'string' ? { run: each } : each))) {
    const { run, at: began = at(0), isOpen = false } = past;
    const header = aHeader(plan, { run, at: began, reason: `why ${run}` });
    const entries = [anIntent(plan, 0), ...(isOpen ? [] : [anOutcome(0, written)])];
    const stored = aStoredRun(plan, entries, header);
    const there = join(folder, name, 'runs', run);
    await mkdir(there, { recursive: true });
    await writeFile(join(there, 'plan.json'), stored.plan);
    await writeFile(join(there, 'journal.jsonl'), stored.journal);
  }
  return join(folder, name);
};

describe('history', () => {
  it('of an empty folder has no runs, also as data', async () => {
    const journal = join(folder, 'nothing');
    expect(await runLine(['history', '--journal', journal])).toEqual({
      status: 0,
      out: 'No runs yet: apply keeps a journal here.\n',
      err: '',
    });
    const { out } = await runLine(['history', '--journal', journal, '--json']);
    expect(documentIn(out)).toMatchObject({ kind: 'history', runs: [], unusable: [] });
  });

  it('lists runs with their reasons, the newest first, and those that cannot be used', async () => {
    const journal = await journals('some', 'run-1', 'run-2', 'run-3');
    await writeFile(join(journal, 'runs', 'run-2', 'plan.json'), 'no plan');
    await mkdir(join(journal, 'runs', 'run-4'));
    const { status, out } = await runLine(['history', '--journal', journal]);
    expect(status).toBe(0);
    expect(out).toBe(`4 runs, times in UTC
  run-3  2026-01-01 00:00  killed  1 written; why run-3
  run-1  2026-01-01 00:00  killed  1 written; why run-1
  run-4  cannot be used: it was killed before it began
  run-2  cannot be used: its plan.json cannot be used: it is not a plan file of orgcontacts
`);
  });

  it('shows one run in detail', async () => {
    const journal = await journals('one', 'run-1');
    const { status, out } = await runLine(['history', 'last', '--journal', journal]);
    expect(status).toBe(0);
    expect(out).toBe('Run run-1 killed: 1 written.\nTake it back with: orgcontacts undo run-1\n');
  });

  it('of a run that is not there ends with 1', async () => {
    const journal = await journals('one', 'run-1');
    const { status, err } = await runLine(['history', 'run-9', '--journal', journal]);
    expect(status).toBe(1);
    expect(err).toContain('There is no run run-9.');
  });

  it('of a whole run is all that resume has to say: nothing is asked of AWS', async () => {
    const journal = await journals('one', 'run-1');
    const { status, out, err } = await runLine(['resume', 'last', '--journal', journal]);
    expect(status).toBe(0);
    expect(out).toContain('Run run-1 killed: 1 written.');
    expect(err).toContain("contacts.yaml is not what this run was planned from; the run's own plan is carried on.");
  });

  it('knows no run for undo and resume where there is none', async () => {
    for (const name of ['undo', 'resume']) {
      const { status, err } = await runLine([name, 'last', '--journal', join(folder, 'nothing')]);
      expect(status).toBe(1);
      expect(err).toContain('There are no runs yet.');
    }
  });
});

/** Each test's runs began with the year 2026, at which the virtual clock stands too. */
const day = 86_400;

describe('history verify', () => {
  it('says of each run that it is as it was written', async () => {
    const journal = await journals('good', 'run-1', 'run-2');
    expect(await runLine(['history', 'verify', '--journal', journal])).toEqual({
      status: 0,
      out: '  run-1  3 lines  as written\n  run-2  3 lines  as written\n2 runs, all as written.\n',
      err: '',
    });
  });

  it('finds a byte that was changed, names the line, and ends with 1', async () => {
    const journal = await journals('bad', 'run-1', 'run-2');
    const path = join(journal, 'runs', 'run-1', 'journal.jsonl');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"item":0', '"item":1'));
    const { status, out } = await runLine(['history', 'verify', '--journal', journal]);
    expect(status).toBe(1);
    expect(out).toMatch(/^ {2}run-1 {2}0 lines {2}not as written \(line 3 of its journal was changed/);
    expect(out).toContain('1 of 2 runs not as written.');
    expect((await runLine(['history', 'verify', 'run-2', '--journal', journal])).status).toBe(0);
    const { out: json } = await runLine(['history', 'verify', 'run-1', '--journal', journal, '--json']);
    expect(documentIn(json)).toMatchObject({ kind: 'verified', runs: [{ run: 'run-1', problem: expect.any(String) }] });
  });

  it('of no runs at all is fine, and of one that is not there is not', async () => {
    const journal = join(folder, 'nothing');
    expect((await runLine(['history', 'verify', '--journal', journal])).out).toBe('0 runs, all as written.\n');
    expect((await runLine(['history', 'verify', 'run-1', '--journal', journal])).status).toBe(1);
  });
});

describe('history prune', () => {
  const prune = (journal: string, ...more: readonly string[]) =>
    runLine(['history', 'prune', '--journal', journal, ...more]);
  const left = async (journal: string) => (await readdir(join(journal, 'runs'))).sort();

  it('removes runs that are old enough, once somebody agreed, and leaves the others', async () => {
    const journal = await journals('old', { run: 'run-1', at: at(-90 * day) }, { run: 'run-2', at: at(-30 * day) });
    const refused = await prune(journal, '--older-than', '60d');
    expect(refused).toMatchObject({ status: 3, out: '' });
    expect(refused.err).toContain('To be removed, and then never to be undone: run-1\n');
    expect(await left(journal)).toEqual(['run-1', 'run-2']);
    expect(await prune(journal, '--older-than', '60d', '--yes')).toMatchObject({
      status: 0,
      out: '  removed run-1\n1 run removed.\n',
    });
    expect(await left(journal)).toEqual(['run-2']);
  });

  it('keeps what is not whole, however old, and says why', async () => {
    const journal = await journals('part', { run: 'run-1', at: at(-90 * day), isOpen: true }, 'run-2');
    await writeFile(join(journal, 'runs', 'run-2', 'plan.json'), 'no plan');
    const { status, out } = await prune(journal, '--older-than', '1h', '--yes');
    expect(status).toBe(0);
    expect(out).toMatch(/^ {2}kept run-1: 1 item not done: resume it or undo it first\n {2}kept run-2: its plan\.json/);
    expect(out).toContain('No run was removed.');
    expect(await left(journal)).toEqual(['run-1', 'run-2']);
  });

  it('wants to be told how old', async () => {
    expect(await prune(join(folder, 'nothing'))).toMatchObject({
      status: 1,
      err: expect.stringContaining('--older-than 365d'),
    });
    expect((await prune(join(folder, 'nothing'), '--older-than', 'long')).err).toContain('as 12h or 90d');
  });
});
