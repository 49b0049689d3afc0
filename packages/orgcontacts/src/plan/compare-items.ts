import { compareText } from '../contact/compare-text.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { PlannedAccount } from './planned-item.ts';

/** The one order of changes everywhere: by account id, then contact type in AWS's order; stable, so that plans can be compared. */
export const compareItems = (
  one: { readonly account: PlannedAccount; readonly type: ContactType },
  other: { readonly account: PlannedAccount; readonly type: ContactType },
): number => compareText(one.account.id, other.account.id) || compareText(one.type, other.type);
