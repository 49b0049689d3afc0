import {
  CreateAccountCommand,
  DescribeCreateAccountStatusCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import type { Clock } from '../../../../pace/clock.ts';

/** How often to ask whether the account is there, in milliseconds. */
const pause = 250;

/** Creates an account as its owner would, waits until AWS says that it is there, and moves it into a unit. Gives its id. */
export const createAccount = async (
  { name, email, unit }: { readonly name: string; readonly email: string; readonly unit: string },
  clock: Clock,
): Promise<string> => {
  const client = new OrganizationsClient({});
  try {
    const created = await client.send(new CreateAccountCommand({ AccountName: name, Email: email }));
    const AccountId = await untilThere(client, created.CreateAccountStatus?.Id, clock);
    const roots = await client.send(new ListRootsCommand({}));
    await client.send(
      new MoveAccountCommand({ AccountId, SourceParentId: roots.Roots?.[0]?.Id, DestinationParentId: unit }),
    );
    return AccountId;
  } finally {
    client.destroy();
  }
};

const untilThere = async (client: OrganizationsClient, request: string | undefined, clock: Clock): Promise<string> => {
  for (;;) {
    const { CreateAccountStatus: status } = await client.send(
      new DescribeCreateAccountStatusCommand({ CreateAccountRequestId: request }),
    );
    if (status?.State === 'SUCCEEDED' && status.AccountId) return status.AccountId;
    if (status?.State === 'FAILED')
      throw new Error(`The emulator could not create the account: ${status.FailureReason}`);
    await clock.sleep(pause);
  }
};
