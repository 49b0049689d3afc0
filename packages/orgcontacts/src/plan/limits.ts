import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import type { Change } from './change.ts';

/** What the limits are measured against: what was seen in the accounts and types that the plan is about. */
export interface Scope {
  /** Accounts of which at least one contact was asked for. */
  readonly accounts: number;
  /** Those of them of which a contact could not be read. */
  readonly unreadableAccounts: number;
  /** Contacts that exist, by type. */
  readonly existing: Readonly<Record<ContactType, number>>;
}

/** One limit that a plan passes. */
export interface Breach {
  readonly what: 'updates' | 'deletes' | 'unreadable';
  /** Null when counted over all types. */
  readonly type: ContactType | null;
  readonly found: number;
  readonly allowed: number;
}

/** A change of more than this share of what exists wants a second look (octoDNS's MAX_SAFE_UPDATE_PCENT, 0.3). */
const updateShare = 0.3;
/** Below this many the share means nothing (octoDNS's MIN_EXISTING_RECORDS, 10). */
const updateFloor = 10;
/** A few deletes are a clean-up; more are a mistake until somebody says otherwise. Own choice. */
const deleteLimit = 3;
/** Nobody means to leave an account without a security contact. Own choice. */
const securityDeleteLimit = 0;
/** With more than this share unread, the picture is too poor to act on. Own choice. */
const unreadableShare = 0.05;

/** What counts of a change: what it does, and to which contact type. */
type Counted = Pick<Change, 'kind' | 'type'>;

/** Lists the limits that a list of changes passes, per contact type and overall. Creates never count. Pure. */
export const checkLimits = (changes: readonly Counted[], scope: Scope): readonly Breach[] => [
  ...[...contactTypes, null].flatMap((type) => checkType(type, changes, scope)),
  ...breach('unreadable', null, scope.unreadableAccounts, Math.floor(scope.accounts * unreadableShare)),
];

const checkType = (type: ContactType | null, changes: readonly Counted[], scope: Scope): readonly Breach[] => {
  const mine = changes.filter((change) => type === null || change.type === type);
  const count = (kind: Change['kind']) => mine.filter((change) => change.kind === kind).length;
  const existing =
    type === null ? contactTypes.reduce((sum, each) => sum + scope.existing[each], 0) : scope.existing[type];
  return [
    ...breach('updates', type, count('update'), Math.max(updateFloor, Math.floor(existing * updateShare))),
    ...breach('deletes', type, count('delete'), type === 'SECURITY' ? securityDeleteLimit : deleteLimit),
  ];
};

const breach = (what: Breach['what'], type: ContactType | null, found: number, allowed: number): Breach[] =>
  found > allowed ? [{ what, type, found, allowed }] : [];
