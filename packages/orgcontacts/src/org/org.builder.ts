import { type AccountId, parseAccountId } from '../contact/account-id.ts';
import type { Failure } from '../failure/failure.ts';
import type { Known, UnitStep } from '../selector/subject.ts';
import type { Org, OrgAccount } from './org.ts';

const idOf = (text: string): AccountId => {
  const id = parseAccountId(text);
  if (id === undefined) throw new Error(`${text} is no account id`);
  return id;
};

/** An active account in the root, without tags, unless said otherwise. */
export const anOrgAccount = (overrides: Partial<OrgAccount> = {}): OrgAccount => ({
  id: idOf('300000000000'),
  name: 'an account',
  isManagement: false,
  email: 'root@example.com',
  state: 'ACTIVE',
  tags: { kind: 'known', value: {} },
  units: unitsDown(),
  ...overrides,
});

/** The way from the root down over units of these names. */
export const unitsDown = (...names: readonly string[]): Known<readonly UnitStep[]> => ({
  kind: 'known',
  value: [
    { id: 'r-ex01', path: '/' },
    ...names.map((_, index) => {
      const path = names.slice(0, index + 1).join('/');
      return { id: unitIdOf(path), path };
    }),
  ],
});

/** An id for a unit with this path. */
export const unitIdOf = (path: string): string =>
  `ou-ex01-${path
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .padEnd(8, '0')
    .slice(0, 32)}`;

/** Something about an account that could not be read. */
export const unreadable = (operation: string): { readonly kind: 'unreadable'; readonly failure: Failure } => ({
  kind: 'unreadable',
  failure: { kind: 'denied', operation, code: 'AccessDeniedException', message: 'not authorized', status: 400 },
});

/** An organization of these accounts, with the units that they are in. */
export const anOrg = (accounts: readonly OrgAccount[], overrides: Partial<Org> = {}): Org => {
  const steps = accounts.flatMap(({ units }) => (units.kind === 'known' ? units.value : []));
  const units = [...new Map(steps.map((step) => [step.id, step])).values()];
  return {
    id: 'o-exampleorgid',
    partition: 'aws',
    managementAccountId: idOf('111122223333'),
    accounts,
    units: { kind: 'known', value: units },
    ...overrides,
  };
};
