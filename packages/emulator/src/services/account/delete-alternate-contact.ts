import { type Operation, ok, refuse } from '../../operation.ts';
import { contactAccess, contactFields, noContact, typeOf } from './alternate-contacts.ts';
import { targetOf } from './reach-account.ts';

/** Though flagged idempotent in the model, deleting what is absent is a 404 (observed on live AWS). */
export const deleteAlternateContact: Operation = {
  ...contactAccess('DeleteAlternateContact'),
  fields: contactFields,
  handle: (context) => {
    const { contacts } = targetOf(context);
    const type = typeOf(context);
    if (!contacts[type]) return refuse(noContact);
    delete contacts[type];
    return ok({});
  },
};
