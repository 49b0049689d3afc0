import { type AccountId, parseAccountId } from '../../contact/account-id.ts';
import type { Page } from '../answers.ts';
import { promised } from './call.ts';

/** Reads one page of an answer. */
export const page = <Raw, Item>(
  raw: readonly Raw[] | undefined,
  read: (one: Raw) => Item,
  next: string | undefined,
): Page<Item> => ({
  items: (raw ?? []).map(read),
  ...(next !== undefined && { next }),
});

/** Reads an account id that AWS promises to be one. */
export const readAccountId = (id: string | undefined): AccountId =>
  promised(parseAccountId(id ?? ''), 'a 12-digit account id');
