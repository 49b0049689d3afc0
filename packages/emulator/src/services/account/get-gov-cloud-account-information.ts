import { type Operation, ok, refuse, type ServiceError } from '../../operation.ts';
import { accountAccess } from './account-access.ts';
import { notFound } from './account-errors.ts';
import { accountIdField, targetOf } from './reach-account.ts';

const target = 'StandardAccountId';

/** Tells which GovCloud account is linked to a standard one. Neither refusal was observed: AWS does not say when it answers with 424. */
export const getGovCloudAccountInformation: Operation = {
  ...accountAccess('GetGovCloudAccountInformation', { target }),
  fields: [{ ...accountIdField, name: target }],
  handle: (context) => {
    const { state, govCloud } = targetOf(context, target);
    if (state !== 'ACTIVE') return refuse(unavailable);
    return govCloud ? ok({ GovCloudAccountId: govCloud.accountId, AccountState: govCloud.state }) : refuse(noLink);
  },
};

const unavailable: ServiceError = {
  code: 'ResourceUnavailableException',
  status: 424,
  message: 'The standard account is not active.',
};

const noLink = notFound('No GovCloud account is linked to the account.');
