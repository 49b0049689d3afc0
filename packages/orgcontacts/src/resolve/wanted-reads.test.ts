import { expect, it } from 'vitest';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { anOrg, anOrgAccount, unitsDown, unreadable } from '../org/org.builder.ts';
import { all, aPolicy, assign, exclude, tag, unit } from './policy.builder.ts';
import { resolve } from './resolve.ts';
import { wantedReads } from './wanted-reads.ts';

const [plain, hidden, excluded, closed] = [1, 2, 3, 4].map((digit) => anId(`30000000000${digit}`));
if (!plain || !hidden || !excluded || !closed) throw new Error('four ids are made');

const org = anOrg([
  anOrgAccount({ id: plain }),
  anOrgAccount({ id: hidden, tags: unreadable('organizations:ListTagsForResource') }),
  anOrgAccount({ id: excluded, units: unitsDown('Sandbox') }),
  anOrgAccount({ id: closed, state: 'SUSPENDED' }),
]);

const policy = aPolicy(
  [
    assign([all], 'desk'),
    assign([tag('team', 'payments')], 'payments'),
    assign([all], 'absent', { type: 'BILLING' }),
    assign([all], 'unmanaged', { type: 'OPERATIONS' }),
  ],
  [exclude([unit('Sandbox')])],
);

it('wants what is managed and decided, in accounts that may be touched', () => {
  expect(wantedReads(resolve(policy, org), ['BILLING', 'OPERATIONS', 'SECURITY'])).toEqual([
    { accountId: plain, types: ['BILLING', 'SECURITY'] },
    { accountId: hidden, types: ['BILLING'] },
  ]);
});

it('wants only the types that are asked for', () => {
  expect(wantedReads(resolve(policy, org), ['BILLING'])[0]).toEqual({ accountId: plain, types: ['BILLING'] });
});
