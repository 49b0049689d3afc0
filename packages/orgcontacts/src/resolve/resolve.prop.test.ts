import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import { anOrg, unitsDown } from '../org/org.builder.ts';
import type { OrgAccount } from '../org/org.ts';
import type { Policy } from '../policy/policy.ts';
import { matchSelector } from '../selector/match-selector.ts';
import { anyOrgAccount, anyPolicy, anyTags, unitPaths } from './any-policy.builder.ts';
import type { Resolution } from './resolution.ts';
import { resolve, resolveAccount } from './resolve.ts';

const runs = { numRuns: 400 };

/** What comes out, without naming which of several agreeing assignments it came from. */
const gist = (resolution: Resolution) => {
  switch (resolution.kind) {
    case 'contact':
      return ['contact', resolution.contact, resolution.winner.mode];
    case 'absent':
      return ['absent', resolution.winner.mode];
    case 'unmanaged':
      return ['unmanaged', resolution.winner?.mode];
    case 'unresolved':
      return ['unresolved', resolution.reason.kind];
    default:
      return resolution satisfies never;
  }
};

const gists = (policy: Policy, account: OrgAccount) => {
  const { byType, excludedBy } = resolveAccount(policy, account);
  return { excluded: excludedBy !== undefined, byType: contactTypes.map((type) => gist(byType[type])) };
};

it('gives exactly one resolution for every account and contact type', () => {
  fc.assert(
    fc.property(anyPolicy, fc.array(anyOrgAccount, { maxLength: 5 }), (policy, accounts) => {
      const resolved = resolve(policy, anOrg(accounts));
      expect(resolved.map(({ account }) => account)).toEqual(accounts);
      for (const { byType } of resolved) {
        expect(Object.keys(byType)).toEqual(contactTypes);
        for (const type of contactTypes) expect(gist(byType[type])).toBeDefined();
      }
    }),
    runs,
  );
});

it('does not depend on the order of the assignments', () => {
  const shuffled = anyPolicy.chain((policy) =>
    fc
      .shuffledSubarray([...policy.assignments], { minLength: policy.assignments.length })
      .map((assignments) => ({ policy, other: { ...policy, assignments } })),
  );
  fc.assert(
    fc.property(shuffled, anyOrgAccount, ({ policy, other }, account) => {
      expect(gists(other, account)).toEqual(gists(policy, account));
    }),
    runs,
  );
});

it('lets only an assignment win that matches and names the type', () => {
  fc.assert(
    fc.property(anyPolicy, anyOrgAccount, fc.constantFrom(...contactTypes), (policy, account, type) => {
      const resolution = resolveAccount(policy, account).byType[type];
      if (resolution.kind === 'unresolved' || !resolution.winner) return;
      expect(matchSelector(resolution.winner.match, account).kind).toBe('yes');
      const kind = resolution.winner.wants[type]?.kind;
      expect(kind === 'template' ? 'contact' : kind).toBe(resolution.kind);
    }),
    runs,
  );
});

/** Everything that an account with unreadable tags or units could turn out to be. */
const readings = (account: OrgAccount): fc.Arbitrary<OrgAccount> =>
  fc.record({ tags: anyTags, path: fc.constantFrom('', ...unitPaths) }).map(({ tags, path }) => ({
    ...account,
    tags: account.tags.kind === 'known' ? account.tags : { kind: 'known', value: tags },
    units: account.units.kind === 'known' ? account.units : unitsDown(...path.split('/').filter((name) => name !== '')),
  }));

it('is sure only of what would come out the same, whatever the unreadable turned out to be', () => {
  const either = anyOrgAccount.chain((account) => readings(account).map((read) => ({ account, read })));
  const sure = (policy: Policy, account: OrgAccount, type: ContactType) => {
    const { byType, excludedBy } = resolveAccount(policy, account);
    return excludedBy ? ['excluded'] : gist(byType[type]);
  };
  fc.assert(
    fc.property(anyPolicy, either, fc.constantFrom(...contactTypes), (policy, { account, read }, type) => {
      const blind = sure(policy, account, type);
      if (blind[0] === 'unresolved') return;
      // What nobody manages may still turn out to be excluded; it is written in neither case.
      const acceptable = blind[0] === 'unmanaged' ? [blind, ['excluded']] : [blind];
      expect(acceptable).toContainEqual(sure(policy, read, type));
    }),
    { numRuns: 1_500 },
  );
});

it('comes to the same whether it compares an account with every assignment or only with those that may match', () => {
  fc.assert(
    fc.property(anyPolicy, fc.array(anyOrgAccount, { maxLength: 5 }), (policy, accounts) => {
      expect(resolve(policy, anOrg(accounts))).toEqual(accounts.map((account) => resolveAccount(policy, account)));
    }),
    runs,
  );
});
