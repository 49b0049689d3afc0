import { type Operation, ok, refuse } from '../../operation.ts';
import { contactAccess, contactFields, noContact, typeOf } from './alternate-contacts.ts';
import { targetOf } from './reach-account.ts';

export const getAlternateContact: Operation = {
  ...contactAccess('GetAlternateContact'),
  fields: contactFields,
  handle: (context) => {
    const type = typeOf(context);
    const contact = targetOf(context).contacts[type];
    return contact ? ok({ AlternateContact: { ...contact, AlternateContactType: type } }) : refuse(noContact);
  },
};
