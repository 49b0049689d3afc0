import { expect, it } from 'vitest';
import { aCaller } from '../apply/run.builder.ts';
import { anId, management } from '../gateway/memory/memory-world.builder.ts';
import { ownAccountOnly } from './own-account.ts';

it('shows itself and the management account, and knows neither units nor tags', () => {
  const own = anId('444455556666');
  const org = ownAccountOnly(aCaller({ accountId: own, role: 'member', reachesManagement: false }));
  expect(org.accounts.map(({ id, isManagement }) => [id, isManagement])).toEqual([
    [management, true],
    [own, false],
  ]);
  for (const { tags, units } of org.accounts) expect([tags.kind, units.kind]).toEqual(['unreadable', 'unreadable']);
  expect(org.units.kind).toBe('unreadable');
});
