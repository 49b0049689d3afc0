import { expect, it } from 'vitest';
import type { Failure } from '../failure/failure.ts';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { type Diagnosis, watchDenials } from './denials.ts';

const denied = aFailure({ operation: 'account:PutAlternateContact' });
const otherwiseDenied = aFailure({ operation: 'account:GetAlternateContact' });

const account = anId('444455556666');

/** Notes outcomes one after the other; gives what was said after each, and what was asked about. */
const watch = async (
  items: number,
  outcomes: readonly (Failure | undefined)[],
  diagnosis: Diagnosis = { kind: 'unclear' },
) => {
  const asked: Failure[] = [];
  const watching = watchDenials(items, async (failure, accountId) => {
    expect(accountId).toBe(account);
    asked.push(failure);
    return diagnosis;
  });
  const said: (string | undefined)[] = [];
  for (const outcome of outcomes) said.push(await watching.note(outcome, account));
  return { asked, said, stoppedAt: said.findIndex((each) => each !== undefined) + 1 };
};

const times = <Value>(count: number, value: Value): readonly Value[] => new Array<Value>(count).fill(value);

it('asks for the facts after two equal denials, and once only', async () => {
  expect((await watch(1_000, times(1, denied))).asked).toEqual([]);
  expect((await watch(1_000, times(2, denied))).asked).toEqual([denied]);
  expect((await watch(1_000, times(10, denied))).asked).toEqual([denied]);
});

it('counts denials of different operations and codes apart', async () => {
  const otherCode = { ...denied, code: 'AccessDenied' };
  expect((await watch(1_000, [denied, otherwiseDenied, otherCode])).asked).toEqual([]);
  expect((await watch(1_000, [denied, otherwiseDenied, denied, otherwiseDenied])).asked).toEqual([
    denied,
    otherwiseDenied,
  ]);
});

it('remembers a denial over successes in between', async () => {
  expect((await watch(1_000, [denied, undefined, undefined, denied])).asked).toEqual([denied]);
});

it('stops at once for a cause that hits everything, with that cause', async () => {
  const { said } = await watch(1_000, [denied, denied], { kind: 'everything', because: 'trusted access is off' });
  expect(said).toEqual([undefined, 'trusted access is off']);
});

it('goes on when the cause is unclear', async () => {
  expect((await watch(1_000, times(3, denied))).said).toEqual([undefined, undefined, undefined]);
});

it('stops at 20 denials in a row, and not at 19', async () => {
  const { stoppedAt, said } = await watch(10_000, times(25, denied));
  expect(stoppedAt).toBe(20);
  expect(said[19]).toBe('20 accounts in a row denied account:PutAlternateContact');
});

it('begins to count anew after any item that was not denied', async () => {
  const outcomes = [...times(19, denied), undefined, ...times(19, denied), aFailure({ kind: 'invalid' })];
  expect((await watch(10_000, outcomes)).stoppedAt).toBe(0);
});

it.each([
  [100, 6],
  [200, 11],
  [119, 6],
  [60, 4],
  [40, 3],
  [10, 3],
  [2, 0],
])('stops a run of %i items at the denial number %i, which is more than 5 %', async (items, stopsAt) => {
  const outcomes = times(Math.min(items, 15), [denied, undefined]).flat();
  const { stoppedAt } = await watch(items, outcomes);
  expect(stoppedAt).toBe(stopsAt === 0 ? 0 : stopsAt * 2 - 1);
});

it('does not count failures that are no denials', async () => {
  const { asked, stoppedAt } = await watch(10, times(10, aFailure({ kind: 'unavailable' })));
  expect([asked, stoppedAt]).toEqual([[], 0]);
});
