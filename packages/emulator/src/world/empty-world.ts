import { headOffice } from './seed-settings.ts';
import type { World } from './world-file.ts';

/** One account that belongs to no organization yet. */
export const emptyWorld = (account: string): World => ({
  defaultAccountId: account,
  units: [],
  accounts: [
    {
      id: account,
      name: 'standalone',
      email: 'aws+standalone@example.com',
      state: 'ACTIVE',
      joinedMethod: 'CREATED',
      joinedAt: '2025-01-15T09:00:00.000Z',
      tags: {},
      contacts: {},
      primaryContact: { FullName: 'standalone', ...headOffice },
    },
  ],
});
