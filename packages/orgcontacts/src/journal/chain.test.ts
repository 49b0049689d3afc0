import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { changes } from '../plan/plan.builder.ts';
import { chainStart, linkEntry, readChain } from './chain.ts';
import type { Entry } from './entry.ts';
import { aHeader, anIntent, anOutcome, aPlanOf, at, journalOf, written } from './journal.builder.ts';

const plan = aPlanOf(changes(3, 'update'));
const everyKind: readonly Entry[] = [
  aHeader(plan, { reason: 'Ärger mit "Anführung" 🦉' }),
  anIntent(plan, 0),
  anOutcome(0, written),
  anIntent(plan, 1),
  anOutcome(1, { kind: 'failed', failure: aFailure() }),
  anOutcome(1, { kind: 'failed', failure: { kind: 'unavailable', operation: 'a:B', code: 'ECONNRESET', message: '' } }),
  anOutcome(2, { kind: 'skipped', why: 'changed-since-plan', detail: '' }),
  { kind: 'ended', at: at(3), how: 'interrupted', detail: 'interrupted by the user' },
  { kind: 'resumed', at: at(4), tool: '0.0.1' },
  anOutcome(2, { kind: 'done', how: 'already' }),
  anOutcome(2, { kind: 'unconfirmed', why: 'not-shown', detail: 'the write did not show within 60 s' }),
  { kind: 'ended', at: at(5), how: 'finished', detail: '' },
];
const bytes = journalOf(everyKind);
const lines = bytes.toString('utf8').split('\n').slice(0, -1);

it('reads every kind of entry back as it was written', () => {
  expect(readChain(bytes)).toMatchObject({ kind: 'intact', entries: everyKind, length: bytes.length });
});

it('carries in each line the SHA-256 of the bytes of the line before', () => {
  const carried = lines.map((line) => JSON.parse(line).prev);
  const hashes = lines.map((line) => createHash('sha256').update(line).digest('hex'));
  expect(carried).toEqual([chainStart, ...hashes.slice(0, -1)]);
  expect(readChain(bytes)).toMatchObject({ head: hashes.at(-1) });
});

it('begins with nothing', () => {
  expect(readChain(Buffer.alloc(0))).toEqual({ kind: 'intact', entries: [], head: chainStart, length: 0 });
});

it('cuts a last line off that was torn at any byte, reads all lines before it, and goes on from there', () => {
  const ends = lines.map((_, index) => Buffer.byteLength(`${lines.slice(0, index + 1).join('\n')}\n`));
  for (let length = 0; length <= bytes.length; length++) {
    const whole = ends.filter((end) => end <= length).length;
    const read = readChain(bytes.subarray(0, length));
    if (read.kind === 'broken') throw new Error(`broken when cut at byte ${length}: ${read.because}`);
    expect(read.entries).toEqual(everyKind.slice(0, whole));
    expect(read.length).toBe(ends[whole - 1] ?? 0);
    const next: Entry = { kind: 'resumed', at: at(9), tool: '0.0.2' };
    const repaired = Buffer.concat([bytes.subarray(0, read.length), Buffer.from(linkEntry(next, read.head).line)]);
    expect(readChain(repaired)).toMatchObject({ kind: 'intact', entries: [...everyKind.slice(0, whole), next] });
  }
});

it.each<[string, readonly string[], number, RegExp]>([
  ['a line that was taken out', lines.filter((_, index) => index !== 2), 3, /hash of the line before/],
  ['a line that was put in twice', [...lines.slice(0, 3), ...lines.slice(2)], 4, /hash of the line before/],
  ['two lines that changed places', [0, 2, 1, 3].map((index) => lines[index] ?? ''), 2, /hash of the line before/],
  ['a first line that is missing', lines.slice(1), 1, /hash of the line before/],
  ['an empty line', [...lines.slice(0, 2), '', ...lines.slice(2)], 3, /not JSON/],
  ['a line that is no object', ['7'], 1, /not JSON/],
])('finds %s', (_, changed, line, because) => {
  const read = readChain(Buffer.from(`${changed.join('\n')}\n`));
  expect(read).toEqual({ kind: 'broken', line, because: expect.stringMatching(because) });
});

it.each<[string, object, RegExp]>([
  ['an unknown field', { ...everyKind[1], forced: true }, /forced/],
  ['an unknown kind', { kind: 'rewound', at: at(1) }, /kind/],
  ['a missing field', { kind: 'resumed', at: at(1) }, /tool/],
  ['another version of the format', { ...everyKind[0], version: 2 }, /version/],
  ['an account id that is none', { ...everyKind[1], accountId: '123' }, /accountId/],
])('refuses a whole line with %s, and says what', (_, entry, because) => {
  const line = `${JSON.stringify({ ...entry, prev: chainStart })}\n`;
  expect(readChain(Buffer.from(line))).toEqual({ kind: 'broken', line: 1, because: expect.stringMatching(because) });
});
