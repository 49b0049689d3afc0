import { type Operation, ok, refuse } from '../../operation.ts';
import { authorizeContact, noContact, targetFields, targetOf, typeOf } from './contact-access.ts';

export const getAlternateContact: Operation = {
  name: 'GetAlternateContact',
  fields: targetFields,
  authorize: authorizeContact('GetAlternateContact'),
  handle: (context) => {
    const type = typeOf(context);
    const contact = targetOf(context).contacts[type];
    return contact ? ok({ AlternateContact: { ...contact, AlternateContactType: type } }) : refuse(noContact);
  },
};
