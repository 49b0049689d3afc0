import { describe, expect, it } from 'vitest';
import { everyOutcome, everyState } from './file-reports.builder.ts';
import { rowText } from './row-text.ts';
import { rowsOf } from './rows-of.ts';

const whole = { values: 'whole' } as const;
const textsOf = (report: Parameters<typeof rowsOf>[0]) => rowsOf(report).map((row) => rowText(row, whole));

describe('a row says in a sentence', () => {
  it('how a contact stands to the policy', () => {
    expect(textsOf(everyState)).toMatchInlineSnapshot(`
      [
        "The SECURITY contact of account 300000000000 (account 0) is not set; wanted is Mary: Mary · Contact · mary@example.com · +1 555 0100.",
        "The SECURITY contact of account 300000000001 (account 1) is not the wanted one: name "Live" → "Mary", email "live@example.com" → "mary@example.com".",
        "The SECURITY contact of account 300000000002 (account 2) is set, and none is wanted: Live · Contact · live@example.com · +1 555 0100.",
        "The SECURITY contact of account 300000000003 (account 3) could not be read.",
        "The SECURITY contact of account 300000000004 (account 4) cannot be reached from here.",
        "The SECURITY contact of account 300000000005 (account 5) cannot be decided.",
        "The SECURITY contact of account 300000000006 (account 6) is not managed by the policy, and none is set.",
        "The SECURITY contact of account 300000000007 (account 7) is left alone.",
        "The SECURITY contact of account 300000000008 (account 8) is left alone.",
        "The SECURITY contact of account 300000000009 (account 9) is as wanted.",
      ]
    `);
  });

  it('what a run made of it', () => {
    expect(textsOf(everyOutcome)).toMatchInlineSnapshot(`
      [
        "The BILLING contact of account 300000000001 (account 1) was written.",
        "The BILLING contact of account 300000000002 (account 2) was not written: it was as wanted already.",
        "The BILLING contact of account 300000000003 (account 3) was not written: account:GetAlternateContact: AccessDeniedException (HTTP 403): You are not authorized.",
        "The BILLING contact of account 300000000004 (account 4) was not written: changed-since-plan: somebody was faster.",
        "The BILLING contact of account 300000000005 (account 5) was written and is not confirmed: not-shown: it does not show yet.",
        "The BILLING contact of account 300000000006 (account 6) was not begun.",
      ]
    `);
  });
});

it('a contact whose address comes from outside the policy stays masked, whoever asks', () => {
  const [row] = rowsOf(everyState);
  if (!row) throw new Error('There is no row.');
  const text = rowText({ ...row, masked: ['email'] }, whole);
  expect(text).toContain('Mary');
  expect(text).not.toContain('mary@');
});
