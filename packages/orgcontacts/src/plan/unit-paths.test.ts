import { expect, it } from 'vitest';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { anOrgAccount, unitsDown, unreadable } from '../org/org.builder.ts';
import { aPolicy } from '../resolve/policy.builder.ts';
import { resolveAccount } from '../resolve/resolve.ts';
import { unitPaths } from './unit-paths.ts';

it('has the path of each account that it is known of', () => {
  const units = [
    unitsDown('Workloads', 'Prod'),
    unreadable('organizations:ListParents'),
    { kind: 'known' as const, value: [{ id: 'r-ex01', path: null }] },
  ];
  const resolutions = units.map((known, index) =>
    resolveAccount(aPolicy([]), anOrgAccount({ id: anId(`30000000000${index}`), units: known })),
  );
  expect(unitPaths(resolutions)).toEqual({ '300000000000': 'Workloads/Prod' });
});
