import { type Context, type Operation, ok, refuse } from '../../operation.ts';
import { contactAccess, contactFields, typeOf } from './alternate-contacts.ts';
import { targetOf } from './reach-account.ts';

/** Overwrites the whole contact. The e-mail address is trimmed, everything else is kept as sent (observed on live AWS). */
export const putAlternateContact: Operation = {
  ...contactAccess('PutAlternateContact'),
  fields: [
    ...contactFields,
    { name: 'Name', type: 'string', required: true, min: 1, max: 64 },
    { name: 'Title', type: 'string', required: true, min: 1, max: 50 },
    {
      name: 'EmailAddress',
      type: 'string',
      required: true,
      min: 1,
      max: 254,
      pattern: '[\\s]*[\\w+=.#|!&-]+@[\\w.-]+\\.[\\w]+[\\s]*',
    },
    { name: 'PhoneNumber', type: 'string', required: true, min: 1, max: 25, pattern: '[\\s0-9()+-]+' },
  ],
  handle: (context) => {
    const blank = ['Name', 'Title'].find((field) => text(context, field).trim() === '');
    if (blank !== undefined && context.behaviour.blankNameOrTitle === 'refuse') {
      return refuse({ code: 'ValidationException', status: 400, message: `the argument ${blank} can not be empty` });
    }
    targetOf(context).contacts[typeOf(context)] = {
      Name: text(context, 'Name'),
      Title: text(context, 'Title'),
      EmailAddress: text(context, 'EmailAddress').trim(),
      PhoneNumber: text(context, 'PhoneNumber'),
    };
    return ok({});
  },
};

const text = ({ input }: Context, field: string): string => String(input[field]);
