import type { ContactType } from '../contact/contact-type.ts';
import type { Observed } from '../contact/observed.ts';
import type { Target } from '../org/target.ts';
import type { ContactGateway } from './gateway.ts';

/** Reads one contact as what it is: set, not set, or not to be read. */
export const readContact = async (gateway: ContactGateway, target: Target, type: ContactType): Promise<Observed> => {
  const result = await gateway.getContact(target, type);
  if (result.kind === 'failed') return { kind: 'unreadable', failure: result.failure };
  return result.value ? { kind: 'set', contact: result.value } : { kind: 'unset' };
};
