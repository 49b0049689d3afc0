import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import { parseAccountId } from '../../contact/account-id.ts';
import type { IdentityGateway } from '../gateway.ts';
import { call, promised } from './call.ts';

/** A client of the SDK, as far as it knows its credentials. */
interface RenewableClient {
  readonly config: { readonly credentials: (options: { readonly forceRefresh: boolean }) => Promise<unknown> };
}

/** The caller's identity through STS; valid credentials are always allowed to ask. */
export const awsIdentity = (client: STSClient, clients: readonly RenewableClient[]): IdentityGateway => ({
  renewCredentials: async () => {
    for (const { config } of clients) await config.credentials({ forceRefresh: true }).catch(() => {});
  },
  getCallerIdentity: () =>
    call(
      'sts:GetCallerIdentity',
      (options) => client.send(new GetCallerIdentityCommand({}), options),
      ({ Account, Arn }) => ({
        accountId: promised(parseAccountId(Account ?? ''), 'a 12-digit account id'),
        arn: promised(Arn, 'Arn'),
      }),
    ),
});
