import { type Contact, contactFields } from '../contact/contact.ts';
import { refusalOf } from '../contact/contact-constraints.ts';
import type { ContactType } from '../contact/contact-type.ts';
import { contactKey } from '../contact/same-contact.ts';
import type { ObservedAccount, ObservedOrg } from '../org/observed-account.ts';
import { isActive, type Org, type OrgAccount } from '../org/org.ts';
import { isGlob } from '../selector/glob.ts';
import type { FactorAccount } from './factor/factored.ts';

/** Contacts that no assignment may be made for, by why. */
export interface Gaps {
  readonly unset: number;
  readonly unreadable: number;
  /** AWS would refuse to write them again: they were set when its rules were others. */
  readonly unwritable: number;
}

/** Every account with a label for each of its contacts, and what the labels stand for. */
export interface LabelledOrg {
  readonly accounts: readonly FactorAccount[];
  /** The distinct contacts by label, those of most accounts first. */
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly gaps: Gaps;
}

/** Gives equal contacts equal labels. Accounts that are not ACTIVE are left out; `tagKey` is the tag that may be used, if any. Pure. */
export const labelAccounts = (org: Org, observed: ObservedOrg, tagKey: string | undefined): LabelledOrg => {
  const active = org.accounts.filter(isActive);
  const knowsUnits = active.every(({ units }) => units.kind === 'known');
  const counts = new Map<string, { readonly contact: Contact; count: number }>();
  const gaps = { unset: 0, unreadable: 0, unwritable: 0 };
  const labelOf = (account: OrgAccount, type: ContactType): string | null => {
    const live = liveOf(observed.get(account.id), type);
    if (live.kind !== 'set') {
      gaps[live.kind]++;
      return null;
    }
    const label = contactKey(live.contact);
    const counted = counts.get(label);
    if (counted) counted.count++;
    else counts.set(label, { contact: live.contact, count: 1 });
    return label;
  };
  const accounts = active.map((account) => ({
    id: account.id,
    units: account.units.kind === 'known' && knowsUnits ? account.units.value.map(({ id }) => id) : ['root'],
    tag: tagKey === undefined ? null : tagOf(account, tagKey),
    labels: {
      BILLING: labelOf(account, 'BILLING'),
      OPERATIONS: labelOf(account, 'OPERATIONS'),
      SECURITY: labelOf(account, 'SECURITY'),
    },
  }));
  const sorted = [...counts].sort(
    ([one, { count }], [other, { count: more }]) => more - count || (one < other ? -1 : 1),
  );
  return { accounts, contacts: new Map(sorted.map(([label, { contact }]) => [label, contact])), gaps };
};

type Live = { readonly kind: 'set'; readonly contact: Contact } | { readonly kind: keyof Gaps };

const liveOf = (observed: ObservedAccount | undefined, type: ContactType): Live => {
  const contact = observed?.kind === 'asked' ? observed.byType[type] : undefined;
  if (contact?.kind !== 'set') return { kind: contact?.kind === 'unset' ? 'unset' : 'unreadable' };
  return isWritable(contact.contact) ? contact : { kind: 'unwritable' };
};

const isWritable = (contact: Contact): boolean =>
  contactFields.every((field) => contact[field].trim() !== '' && refusalOf(field, contact[field]) === undefined);

const tagOf = ({ tags }: OrgAccount, key: string): string | null => {
  const value = tags.kind === 'known' && Object.hasOwn(tags.value, key) ? tags.value[key] : undefined;
  // A policy would take wildcards in it for patterns.
  return value === undefined || isGlob(value) ? null : value;
};
