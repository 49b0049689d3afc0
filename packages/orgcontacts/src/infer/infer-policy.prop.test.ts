import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contactTypes } from '../contact/contact-type.ts';
import { contactKey } from '../contact/same-contact.ts';
import { isActive } from '../org/org.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { resolve } from '../resolve/resolve.ts';
import { anySeenOrg, type SeenOrg } from './any-org.builder.ts';
import { inferPolicy } from './infer-policy.ts';
import { labelAccounts } from './label-accounts.ts';
import { provePolicy } from './prove-policy.ts';

/** Tags that are read for some accounts and not for others would leave those undecided: the command refuses them before. */
const tagKeyFor = ({ org }: SeenOrg): string | undefined =>
  org.accounts.every(({ tags }) => tags.kind === 'known') ? 'team' : undefined;

const inferred = (seen: SeenOrg, tagKey: string | undefined): { readonly policy: Policy; readonly text: string } => {
  const made = inferPolicy(seen.org, seen.observed, tagKey === undefined ? {} : { tagKey });
  if (made.kind !== 'policy') throw new Error(JSON.stringify(made));
  const parsed = parsePolicy(made.text, 'contacts.yaml');
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.diagnostics));
  return { policy: parsed.policy, text: made.text };
};

it('makes of any organization a policy that gives every account what it has, and leaves gaps alone', () => {
  fc.assert(
    fc.property(anySeenOrg, fc.boolean(), (seen, byTag) => {
      const tagKey = byTag ? tagKeyFor(seen) : undefined;
      const { policy } = inferred(seen, tagKey);
      const { accounts } = labelAccounts(seen.org, seen.observed, tagKey);
      const labels = new Map(accounts.map(({ id, labels: each }) => [id, each]));
      for (const { account, byType } of resolve(policy, seen.org).filter((each) => isActive(each.account)))
        for (const type of contactTypes) {
          const resolution = byType[type];
          const label = labels.get(account.id)?.[type] ?? null;
          expect(resolution.kind === 'contact' ? contactKey(resolution.contact) : resolution.kind).toBe(
            label ?? 'unmanaged',
          );
        }
    }),
    { numRuns: 500 },
  );
});

it('plans no change in the organization that it was made from, as if it enforced', () => {
  fc.assert(
    fc.property(anySeenOrg, (seen) => {
      const { policy } = inferred(seen, undefined);
      expect(policy.assignments.every(({ mode }) => mode === 'report-only')).toBe(true);
      expect(provePolicy(policy, seen.org, seen.observed).differences).toBe(0);
    }),
    { numRuns: 300 },
  );
});

it('makes the same text of the same organization, in whatever order its accounts came', () => {
  const shuffled = anySeenOrg.chain((seen) =>
    fc
      .shuffledSubarray([...seen.org.accounts], { minLength: seen.org.accounts.length })
      .map((accounts) => ({ seen, other: { ...seen, org: { ...seen.org, accounts } } })),
  );
  fc.assert(
    fc.property(shuffled, ({ seen, other }) => {
      expect(inferred(other, undefined).text).toBe(inferred(seen, undefined).text);
    }),
    { numRuns: 200 },
  );
});
