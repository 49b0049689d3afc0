import { expect, it } from 'vitest';
import { failed, ok, type Result } from '../failure/failure.ts';
import type { Page } from './answers.ts';
import { listAll } from './list-all.ts';
import { aFailure } from './memory/weather.builder.ts';

/** A list that gives these pages, the n-th for the token n. */
const pages =
  (...all: readonly (readonly number[] | 'failing')[]) =>
  async (token = '0'): Promise<Result<Page<number>>> => {
    const at = Number(token);
    const items = all[at] ?? [];
    if (items === 'failing') return failed(aFailure({ operation: 'organizations:ListAccounts' }));
    return ok({ items, ...(at + 1 < all.length && { next: String(at + 1) }) });
  };

it('follows the tokens to the end of the list, in order', async () => {
  expect(await listAll(pages([1, 2], [3], [4, 5]))).toEqual(ok([1, 2, 3, 4, 5]));
});

it('goes on after an empty page that carries a token', async () => {
  expect(await listAll(pages([], [1], [], [2], []))).toEqual(ok([1, 2]));
});

it('fails as a whole when any page fails, so that a part is never taken for all', async () => {
  const listed = await listAll(pages([1, 2], 'failing', [3]));
  expect(listed).toEqual(failed(aFailure({ operation: 'organizations:ListAccounts' })));
});

it('says after each page how many items there are so far', async () => {
  const seen: number[] = [];
  await listAll(pages([1, 2], [], [3]), (soFar) => seen.push(soFar));
  expect(seen).toEqual([2, 2, 3]);
});
