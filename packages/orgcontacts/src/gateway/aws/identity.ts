import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import { parseAccountId } from '../../contact/account-id.ts';
import type { IdentityGateway } from '../gateway.ts';
import { call, promised } from './call.ts';

/** The caller's identity through STS; valid credentials are always allowed to ask. */
export const awsIdentity = (client: STSClient): IdentityGateway => ({
  getCallerIdentity: () =>
    call(
      'sts:GetCallerIdentity',
      () => client.send(new GetCallerIdentityCommand({})),
      ({ Account, Arn }) => ({
        accountId: promised(parseAccountId(Account ?? ''), 'a 12-digit account id'),
        arn: promised(Arn, 'Arn'),
      }),
    ),
});
