import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ContactType, contactTypes } from '../../contact/contact-type.ts';
import { anyAccounts } from './any-accounts.builder.ts';
import { membersOf } from './claims.ts';
import { evaluateFactored } from './evaluate-factored.ts';
import { factor } from './factor.ts';
import type { FactorAccount, FactoredAssignment, FactoredMatch } from './factored.ts';
import { hiddenPolicy } from './hidden-policy.builder.ts';

const runs = { numRuns: 150 };

/** What assignments give accounts, and whether two equally strong ones disagree. */
const outcomes = (assignments: readonly FactoredAssignment[], accounts: readonly FactorAccount[]) => {
  const decide = evaluateFactored(assignments);
  return accounts.map((account) =>
    contactTypes.map((type) => {
      const { label, tied } = decide(account, type);
      return tied ? 'tied' : label;
    }),
  );
};

const labelsOf = (accounts: readonly FactorAccount[]) =>
  accounts.map(({ labels }) => contactTypes.map((type) => labels[type]));

it('gives every account exactly its labels, and no two assignments disagree', () => {
  fc.assert(
    fc.property(anyAccounts, (accounts) => {
      expect(outcomes(factor(accounts), accounts)).toEqual(labelsOf(accounts));
    }),
    { numRuns: 500 },
  );
});

it('gives the types that are asked for, and says nothing of the others', () => {
  fc.assert(
    fc.property(anyAccounts, fc.subarray([...contactTypes]), (accounts, types) => {
      const assignments = factor(accounts, types);
      const asked = (type: ContactType, label: string | null) => (types.includes(type) ? label : null);
      expect(outcomes(assignments, accounts)).toEqual(
        accounts.map(({ labels }) => contactTypes.map((type) => asked(type, labels[type]))),
      );
      expect(assignments.flatMap(({ wants }) => Object.keys(wants)).every((type) => types.join().includes(type))).toBe(
        true,
      );
    }),
    runs,
  );
});

/** The same without one member of its list. */
const without = (match: FactoredMatch, member: string): FactoredMatch => {
  const left = membersOf(match).filter((each) => each !== member);
  switch (match.kind) {
    case 'all':
      return { kind: 'accounts', ids: [] };
    case 'units':
      return { kind: 'units', units: left };
    case 'tag':
      return { kind: 'tag', values: left };
    case 'accounts':
      return { kind: 'accounts', ids: left };
    default:
      return match satisfies never;
  }
};

/** Every list of assignments in which one member, or one type, is missing. */
const poorer = (assignments: readonly FactoredAssignment[]) =>
  assignments.flatMap((assignment, at) => {
    const { match, wants } = assignment;
    const kinds = [
      ...membersOf(match).map((member) => ({ match: without(match, member), wants })),
      ...Object.keys(wants).map((type) => ({
        match,
        wants: Object.fromEntries(Object.entries(wants).filter(([each]) => each !== type)),
      })),
    ];
    return kinds.map((other) => assignments.with(at, other));
  });

it('says nothing that could be left out: every member and every type of every assignment makes a difference', () => {
  fc.assert(
    fc.property(anyAccounts, (accounts) => {
      for (const assignments of poorer(factor(accounts))) {
        expect(outcomes(assignments, accounts)).not.toEqual(labelsOf(accounts));
      }
    }),
    runs,
  );
});

it('never has two assignments of one kind that want the same', () => {
  fc.assert(
    fc.property(anyAccounts, (accounts) => {
      const keys = factor(accounts).map(({ match, wants }) => `${match.kind} ${JSON.stringify(wants)}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    runs,
  );
});

it('never needs more assignments than one for each account', () => {
  fc.assert(
    fc.property(anyAccounts, (accounts) => {
      expect(factor(accounts).length).toBeLessThanOrEqual(accounts.length);
    }),
    runs,
  );
});

it('does not depend on the order of the accounts', () => {
  const shuffled = anyAccounts.chain((accounts) =>
    fc.tuple(fc.constant(accounts), fc.shuffledSubarray([...accounts], { minLength: accounts.length })),
  );
  fc.assert(
    fc.property(shuffled, ([accounts, others]) => {
      expect(factor(others)).toEqual(factor(accounts));
    }),
    runs,
  );
});

it('does not depend on the order of the accounts of a large organization either', () => {
  const { accounts } = hiddenPolicy(7);
  const half = Math.floor(accounts.length / 2);
  expect(factor([...accounts.slice(half).reverse(), ...accounts.slice(0, half)])).toEqual(factor(accounts));
});
