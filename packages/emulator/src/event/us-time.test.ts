import { expect, it } from 'vitest';
import { usTime } from './us-time.ts';

it.each([
  ['2022-03-18T18:16:58Z', 'Mar 18, 2022 6:16:58 PM'],
  ['2026-11-20T11:00:00.999Z', 'Nov 20, 2026 11:00:00 AM'],
  ['2026-01-02T00:05:09Z', 'Jan 2, 2026 12:05:09 AM'],
  ['2026-01-02T12:00:00Z', 'Jan 2, 2026 12:00:00 PM'],
])('%s is %s', (iso, text) => {
  expect(usTime(Date.parse(iso))).toBe(text);
});
