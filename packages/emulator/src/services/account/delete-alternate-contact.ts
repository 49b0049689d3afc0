import { type Operation, ok, refuse } from '../../operation.ts';
import { authorizeContact, noContact, targetFields, targetOf, typeOf } from './contact-access.ts';

/** Though flagged idempotent in the model, deleting what is absent is a 404 (observed on live AWS). */
export const deleteAlternateContact: Operation = {
  name: 'DeleteAlternateContact',
  fields: targetFields,
  authorize: authorizeContact('DeleteAlternateContact'),
  handle: (context) => {
    const { contacts } = targetOf(context);
    const type = typeOf(context);
    if (!contacts[type]) return refuse(noContact);
    delete contacts[type];
    return ok({});
  },
};
