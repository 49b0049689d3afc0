import { expect, it } from 'vitest';
import { hideSheet } from './hide-sheet.ts';

it('hides the cells of a sheet, and keeps its header, its separators and the length of its lines', () => {
  expect(hideSheet('account,name\r\n\'000011112222,"Mary, M"\r\n1;2\t3')).toBe(
    'account,name\r\n·············,"····,··"\r\n·;·\t·',
  );
});
