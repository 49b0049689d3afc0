import { expect, it } from 'vitest';
import { aFactorAccount, someAccounts } from './any-accounts.builder.ts';
import type { FactoredAssignment } from './factored.ts';
import { pruneAssignments } from './prune-assignments.ts';

const inUnit = (unit: string) => ({ units: ['root', 'work', unit] });
const accounts = [...someAccounts(2, 0, inUnit('prod')), ...someAccounts(2, 10, inUnit('test'))];
const desk = { SECURITY: 'desk' };
const everyone: FactoredAssignment = { match: { kind: 'all' }, wants: desk };

it('keeps what is needed', () => {
  const needed: readonly FactoredAssignment[] = [
    everyone,
    { match: { kind: 'units', units: ['prod'] }, wants: { BILLING: 'finance', SECURITY: 'guard' } },
    { match: { kind: 'accounts', ids: ['111100000010'] }, wants: { SECURITY: null } },
  ];
  expect(pruneAssignments(needed, accounts)).toEqual(needed);
});

it('drops an assignment that never wins, or that wins where the same would come out without it', () => {
  const never: FactoredAssignment = { match: { kind: 'tag', values: ['pay'] }, wants: { SECURITY: 'guard' } };
  const same: FactoredAssignment = { match: { kind: 'units', units: ['test'] }, wants: desk };
  expect(pruneAssignments([everyone, never, same], accounts)).toEqual([everyone]);
});

it('drops members and types that nobody would miss, and keeps the others', () => {
  const ids = ['111100000000', '111100000010'];
  const prod: FactoredAssignment = { match: { kind: 'units', units: ['prod'] }, wants: { SECURITY: 'guard' } };
  const listed: FactoredAssignment = { match: { kind: 'accounts', ids }, wants: { BILLING: null, SECURITY: 'guard' } };
  expect(pruneAssignments([everyone, prod, listed], accounts)).toEqual([
    everyone,
    prod,
    { match: { kind: 'accounts', ids: ['111100000010'] }, wants: { SECURITY: 'guard' } },
  ]);
});

it('drops only one of two units where either would do', () => {
  const both: FactoredAssignment = { match: { kind: 'units', units: ['work', 'prod'] }, wants: desk };
  expect(pruneAssignments([both], [aFactorAccount({ ...inUnit('prod'), labels: desk })])).toEqual([
    { match: { kind: 'units', units: ['prod'] }, wants: desk },
  ]);
});
