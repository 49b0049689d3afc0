import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contactTypes } from '../contact/contact-type.ts';
import { contactKey } from '../contact/same-contact.ts';
import { isActive } from '../org/org.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { resolve } from '../resolve/resolve.ts';
import { readSheet } from '../sheet/read-sheet.ts';
import { renderSheet } from '../sheet/render-sheet.ts';
import { anySeenOrg, type SeenOrg } from './any-org.builder.ts';
import { labelAccounts } from './label-accounts.ts';
import { policyOfSheet } from './policy-of-sheet.ts';

/** The spreadsheet of an organization: what cannot be written again has blank cells. */
const sheetOf = ({ org, observed }: SeenOrg, plain: boolean): string => {
  const { accounts, contacts } = labelAccounts(org, observed, undefined);
  const labels = new Map(accounts.map((account) => [account.id, account.labels]));
  const lines = org.accounts.filter(isActive).flatMap((account) =>
    contactTypes.map((type) => {
      const contact = contacts.get(labels.get(account.id)?.[type] ?? '') ?? null;
      return {
        accountId: account.id,
        accountName: account.name,
        unit: '',
        state: account.state,
        type,
        status: '',
        contact,
      };
    }),
  );
  return renderSheet(lines, { plain });
};

it('comes back from a spreadsheet as it went in: every contact that was set, and nothing else', () => {
  fc.assert(
    fc.property(anySeenOrg, fc.boolean(), (seen, plain) => {
      const sheet = readSheet(sheetOf(seen, plain), 'contacts.csv');
      if (sheet.kind === 'invalid') throw new Error(JSON.stringify(sheet.diagnostics));
      const parsed = parsePolicy(policyOfSheet(sheet.rows, []).text, 'contacts.yaml');
      if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.diagnostics));
      const { accounts } = labelAccounts(seen.org, seen.observed, undefined);
      const labels = new Map(accounts.map((account) => [account.id, account.labels]));
      for (const { account, byType } of resolve(parsed.policy, seen.org).filter((each) => isActive(each.account)))
        for (const type of contactTypes) {
          const resolution = byType[type];
          const label = labels.get(account.id)?.[type] ?? 'unmanaged';
          expect(resolution.kind === 'contact' ? contactKey(resolution.contact) : resolution.kind).toBe(label);
        }
    }),
    { numRuns: 300 },
  );
});
