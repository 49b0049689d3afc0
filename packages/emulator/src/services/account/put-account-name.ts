import { type Operation, ok, refuse, type ServiceError } from '../../operation.ts';
import { accountAccess } from './account-access.ts';
import { accountIdField, targetOf } from './reach-account.ts';

/** The name is trimmed, and Organizations shows the new one at once (observed on live AWS). */
export const putAccountName: Operation = {
  ...accountAccess('PutAccountName', { dependsOn: 'iam:UpdateAccountName' }),
  fields: [
    { name: 'AccountName', type: 'string', required: true, min: 1, max: 50, pattern: '[ -;=?-~]+' },
    accountIdField,
  ],
  handle: (context) => {
    const name = String(context.input['AccountName']).trim();
    if (name === '') return refuse(blankName);
    targetOf(context).name = name;
    return ok({});
  },
};

/** Sent without the header that names the type, so that clients see a mere 400 (observed on live AWS). */
const blankName: ServiceError = {
  code: '400',
  status: 400,
  message: 'The input AccountName must not be null or only whitespace.',
  untyped: true,
};
