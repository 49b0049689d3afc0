import { expect, it } from 'vitest';
import { parseAccountId } from './account-id.ts';

it.each(['111122223333', '000011112222', '000000000000'])('reads %s as it is, leading zeros and all', (text) => {
  expect(parseAccountId(text)).toBe(text);
});

it.each([
  '',
  '11112222333',
  '1111222233334',
  ' 111122223333',
  '111122223333\n',
  '1111-2222-3333',
  '11112222333a',
  '١١١١٢٢٢٢٣٣٣٣',
  '1e11',
])('refuses %j', (text) => {
  expect(parseAccountId(text)).toBeUndefined();
});
