import { expect, it } from 'vitest';
import { guard, guardLookalike, unguard } from './guard.ts';

it.each([
  ...['=1+1', '+1 555 0100', '-5', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '  =1', "'=1", "''+1"],
  ...['0800 555', '1/2', '(555)', '.5', ' 007', "'90s"],
])('guards %j from spreadsheets, and gives it back', (text) => {
  expect(guard(text)).toBe(`'${text}`);
  expect(unguard(guard(text))).toBe(text);
});

it.each(['', ' ', 'Mary', "O'Neil", "'Mary", "'", '(Mary)', '.', '/', 'a=b'])('leaves %j alone', (text) => {
  expect(guard(text)).toBe(text);
  expect(guardLookalike(text)).toBe(text);
  expect(unguard(text)).toBe(text);
});

it('guards for programs only what looks guarded', () => {
  expect(guardLookalike('=1+1')).toBe('=1+1');
  expect(guardLookalike("'=1+1")).toBe("''=1+1");
  expect(unguard("''=1+1")).toBe("'=1+1");
});
