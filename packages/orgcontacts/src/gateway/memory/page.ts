import { ok, type Result } from '../../failure/failure.ts';
import type { Page } from '../answers.ts';

/** AWS lists at most 20 a page (AWS service model, MaxResults). */
const pageSize = 20;

/** One page of a list; the token of the next one is where it begins. */
export const pageOf = <Item>(all: readonly Item[], token = '0'): Result<Page<Item>> => {
  const from = Number(token);
  const next = from + pageSize;
  return ok({ items: all.slice(from, next), ...(next < all.length && { next: String(next) }) });
};
