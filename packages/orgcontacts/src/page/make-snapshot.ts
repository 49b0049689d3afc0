import type { Caller } from '../caller/caller.ts';
import type { Contact, ContactField } from '../contact/contact.ts';
import { maskContact } from '../contact/mask-contact.ts';
import { controlCounts } from '../coverage/count-controls.ts';
import type { Coverage, CoveredAccount, CoveredContact } from '../coverage/coverage.ts';
import type { Org } from '../org/org.ts';
import type { Change } from '../plan/change.ts';
import type { Plan } from '../plan/plan.ts';
import type { Policy } from '../policy/policy.ts';
import { shownAssignment } from './shown-assignment.ts';
import type { ShownControl } from './shown-plan.ts';
import { shownUnits } from './shown-units.ts';
import type { Cell, ShownAccount, Snapshot } from './snapshot.ts';
import { makeTable, type Table } from './table.ts';

/** What a snapshot is made of. */
export interface SnapshotInput {
  readonly about: Pick<Snapshot, 'tool' | 'endpoint' | 'values' | 'policy'>;
  readonly caller: Pick<Caller, 'accountId' | 'role'>;
  readonly org: Org;
  readonly policy: Policy;
  /** Of all three types. */
  readonly coverage: Coverage;
  readonly plan: Plan;
  readonly forecast: Snapshot['plan']['forecast'];
  readonly command: string;
}

/** Puts an organization, its contacts, and what the policy wants into the form that the page shows. Pure. */
export const makeSnapshot = (input: SnapshotInput): Snapshot => {
  const { about, caller, org, policy, coverage, plan, forecast, command } = input;
  const tables = makeTables(plan, about.values);
  const units = shownUnits(org);
  const unitIndex = new Map(units.map(({ id }, index) => [id, index]));
  const accounts = coverage.accounts.map(
    (account): ShownAccount => ({
      id: account.id,
      name: account.name,
      state: account.state,
      unit: unitIndex.get(account.unitId ?? '') ?? -1,
      tags: Object.entries(account.tags ?? {}).map(tables.tags.indexOf),
      cells: account.contacts.map((contact) => tables.cells.indexOf(makeCell(tables, account, contact))),
    }),
  );
  const { fingerprint, changes, findings, keeps, breaches } = plan;
  return {
    format: 'orgcontacts/page',
    version: 1,
    readAt: coverage.createdAt,
    ...about,
    organization: coverage.organization,
    caller: { accountId: caller.accountId, role: caller.role },
    types: coverage.types,
    units,
    tags: tables.tags.values,
    contacts: tables.contacts.values,
    texts: tables.texts.values,
    assignments: policy.assignments.map(shownAssignment),
    cells: tables.cells.values,
    accounts,
    plan: {
      fingerprint,
      changes: changes.length,
      findings: findings.length,
      keeps,
      breaches,
      forecast,
      command,
    },
    controls: controlCounts(coverage).map(shownControl),
  };
};

const shownControl = ({ control, counts }: ReturnType<typeof controlCounts>[number]): ShownControl => ({
  name: [control.scheme, versionsText(control.versions), control.id].filter((part) => part !== '').join(' '),
  title: control.title,
  isVerified: control.isVerified,
  passed: counts.passed,
  failed: counts.failed,
  unknown: counts.unknown,
});

const versionsText = (versions: readonly string[]): string =>
  versions.length > 1 ? `${versions[0]} to ${versions.at(-1)}` : (versions[0] ?? '');

interface Tables {
  readonly tags: Table<readonly [string, string]>;
  readonly contacts: Table<Contact>;
  readonly texts: Table<string>;
  readonly cells: Table<Cell>;
  readonly show: (contact: Contact | null, masked: readonly ContactField[]) => number | null;
  readonly changeOf: (accountId: string, type: string) => Change['kind'] | null;
}

const makeTables = (plan: Plan, values: Snapshot['values']): Tables => {
  const contacts = makeTable<Contact>(({ name, title, email, phone }) => [name, title, email, phone].join('\n'));
  const changes = new Map(plan.changes.map(({ account, type, kind }) => [`${account.id} ${type}`, kind]));
  return {
    tags: makeTable(),
    contacts,
    texts: makeTable((text) => text),
    cells: makeTable(),
    show: (contact, masked) => {
      if (contact === null) return null;
      return contacts.indexOf(values === 'masked' ? maskContact(contact) : maskContact(contact, masked));
    },
    changeOf: (accountId, type) => changes.get(`${accountId} ${type}`) ?? null,
  };
};

const makeCell = (
  tables: Tables,
  account: CoveredAccount,
  { type, state, live, wanted, masked, decidedBy, detail }: CoveredContact,
): Cell => ({
  state,
  live: live.kind === 'set' ? tables.show(live.contact, masked) : live.kind === 'unset' ? null : -1,
  wanted: tables.show(wanted, masked),
  line: decidedBy?.line ?? 0,
  detail: detail === '' ? -1 : tables.texts.indexOf(detail),
  change: tables.changeOf(account.id, type),
});
