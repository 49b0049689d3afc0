import { ok, type Result } from '../failure/failure.ts';
import type { Page } from './answers.ts';

/** Follows the tokens of a list to its end; fails as a whole when any page fails, so that a part is never taken for all. */
export const listAll = async <Item>(
  page: (token?: string) => Promise<Result<Page<Item>>>,
  onPage: (soFar: number) => void = () => {},
): Promise<Result<readonly Item[]>> => {
  const items: Item[] = [];
  let token: string | undefined;
  do {
    const result = await page(token);
    if (result.kind === 'failed') return result;
    items.push(...result.value.items);
    onPage(items.length);
    token = result.value.next;
  } while (token !== undefined);
  return ok(items);
};
