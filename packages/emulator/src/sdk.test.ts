import * as Account from '@aws-sdk/client-account';
import * as Organizations from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand, STSClient, STSServiceException } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Emulator } from './create-emulator.ts';
import { mary } from './services/account/contacts.builder.ts';
import { emulatorOf, ids, smallWorld } from './world/worlds.builder.ts';

let emulator: Emulator;
let endpoint: string;

/** What every client of the AWS SDK is set up with; one attempt, so that a refusal is seen at once. */
const settings = (accessKeyId: string) => ({
  endpoint,
  region: 'eu-west-1',
  credentials: { accessKeyId, secretAccessKey: 'test' },
  maxAttempts: 1,
});

const contacts = (id: string) => new Account.AccountClient(settings(id));
const organization = (id: string) => new Organizations.OrganizationsClient(settings(id));

const failureOf = async (sent: Promise<unknown>): Promise<Error> => {
  try {
    await sent;
  } catch (thrown) {
    if (thrown instanceof Error) return thrown;
  }
  throw new Error('The call was not refused.');
};

const order = (operation: string, error: string) =>
  fetch(`${endpoint}/_emulator/faults`, { method: 'PUT', body: JSON.stringify([{ operation, error }]) });

beforeAll(async () => {
  emulator = emulatorOf({ instant: true });
  endpoint = (await emulator.listen()).url;
});

beforeEach(() => emulator.reset());

afterAll(() => emulator.close());

describe('the client for Account Management', () => {
  const security = { AlternateContactType: 'SECURITY' } as const;
  const get = (caller: string, input: Partial<Account.GetAlternateContactCommandInput> = {}) =>
    contacts(caller).send(new Account.GetAlternateContactCommand({ ...security, ...input }));

  it('writes, reads and deletes a contact', async () => {
    const client = contacts(ids.management);
    const target = { ...security, AccountId: ids.member };
    await client.send(new Account.PutAlternateContactCommand({ ...target, ...mary }));
    const { AlternateContact } = await client.send(new Account.GetAlternateContactCommand(target));
    expect(AlternateContact).toEqual({ ...mary, ...security });
    await client.send(new Account.DeleteAlternateContactCommand(target));
    await expect(client.send(new Account.GetAlternateContactCommand(target))).rejects.toThrow(
      Account.ResourceNotFoundException,
    );
  });

  it('knows a denial', async () => {
    const failure = await failureOf(get(ids.member, { AccountId: ids.member }));
    expect(failure).toBeInstanceOf(Account.AccessDeniedException);
    expect(failure).toMatchObject({
      name: 'AccessDeniedException',
      $metadata: { httpStatusCode: 403, requestId: expect.any(String) },
      message: `User: arn:aws:iam::${ids.member}:user/administrator is not authorized to perform: account:GetAlternateContact`,
    });
  });

  it('knows a wrong value', async () => {
    const sent = contacts(ids.member).send(
      new Account.PutAlternateContactCommand({ ...security, ...mary, PhoneNumber: 'x' }),
    );
    const failure = await failureOf(sent);
    expect(failure).toBeInstanceOf(Account.ValidationException);
    expect(failure.message).toContain('does not match input string "x"');
  });

  it.each([
    ['TooManyRequests', Account.TooManyRequestsException],
    ['InternalServer', Account.InternalServerException],
  ])('knows %s', async (error, type) => {
    await order('GetAlternateContact', error);
    expect(await failureOf(get(ids.member))).toBeInstanceOf(type);
  });

  it('sees a broken connection', async () => {
    await order('GetAlternateContact', 'ConnectionReset');
    expect(await failureOf(get(ids.member))).toMatchObject({ code: 'ECONNRESET' });
  });

  it('gets through a throttle by trying again, as it does with AWS', async () => {
    await fetch(`${endpoint}/_emulator/faults`, {
      method: 'PUT',
      body: JSON.stringify([{ operation: 'GetAlternateContact', error: 'TooManyRequests', times: 1 }]),
    });
    const client = new Account.AccountClient({ ...settings(ids.member), maxAttempts: 2 });
    await expect(client.send(new Account.GetAlternateContactCommand(security))).rejects.toThrow(
      Account.ResourceNotFoundException,
    );
  });
});

describe('the client for Organizations', () => {
  const client = () => organization(ids.management);
  const accountService = { ServicePrincipal: 'account.amazonaws.com' };

  it('describes the organization and pages through its accounts', async () => {
    const { Organization } = await client().send(new Organizations.DescribeOrganizationCommand({}));
    expect(Organization).toMatchObject({ Id: 'o-exampleorgid', FeatureSet: 'ALL', MasterAccountId: ids.management });
    const read: (string | undefined)[] = [];
    const pages = Organizations.paginateListAccounts({ client: client(), pageSize: 3 }, {});
    for await (const { Accounts } of pages) read.push(...(Accounts ?? []).map(({ Id }) => Id));
    expect(read).toEqual([ids.management, ids.delegated, ids.member, ids.suspended]);
  });

  it('reads times as dates', async () => {
    const sent = new Organizations.DescribeAccountCommand({ AccountId: ids.member });
    const { Account: found } = await client().send(sent);
    expect(found?.JoinedTimestamp).toEqual(new Date('2026-01-02T03:04:05.678Z'));
    expect(found?.Paths).toEqual(['o-exampleorgid/r-ex01/ou-ex01-workload1/444455556666/']);
  });

  it('does all that an organization is set up with', async () => {
    const admin = client();
    await admin.send(
      new Organizations.DeregisterDelegatedAdministratorCommand({ ...accountService, AccountId: ids.delegated }),
    );
    await admin.send(new Organizations.DisableAWSServiceAccessCommand(accountService));
    await admin.send(new Organizations.EnableAWSServiceAccessCommand(accountService));
    await admin.send(
      new Organizations.RegisterDelegatedAdministratorCommand({ ...accountService, AccountId: ids.member }),
    );
    const delegated = await admin.send(new Organizations.ListDelegatedAdministratorsCommand(accountService));
    expect(delegated.DelegatedAdministrators).toMatchObject([{ Id: ids.member }]);
    const trusted = await admin.send(new Organizations.ListAWSServiceAccessForOrganizationCommand({}));
    expect(trusted.EnabledServicePrincipals).toMatchObject([{ ...accountService, DateEnabled: expect.any(Date) }]);
  });

  it('creates units and accounts, tags them and moves them', async () => {
    const admin = client();
    const { Roots } = await admin.send(new Organizations.ListRootsCommand({}));
    const root = Roots?.[0]?.Id;
    const { OrganizationalUnit: unit } = await admin.send(
      new Organizations.CreateOrganizationalUnitCommand({ ParentId: root, Name: 'New' }),
    );
    const { CreateAccountStatus: begun } = await admin.send(
      new Organizations.CreateAccountCommand({ Email: 'aws+new@example.com', AccountName: 'new' }),
    );
    const { CreateAccountStatus: done } = await admin.send(
      new Organizations.DescribeCreateAccountStatusCommand({ CreateAccountRequestId: begun?.Id }),
    );
    expect(done).toMatchObject({ State: 'SUCCEEDED', CompletedTimestamp: expect.any(Date) });
    const listed = await admin.send(new Organizations.ListCreateAccountStatusCommand({ States: ['SUCCEEDED'] }));
    expect(listed.CreateAccountStatuses).toHaveLength(1);
    const id = done?.AccountId;
    await admin.send(
      new Organizations.MoveAccountCommand({ AccountId: id, SourceParentId: root, DestinationParentId: unit?.Id }),
    );
    await admin.send(
      new Organizations.TagResourceCommand({
        ResourceId: id,
        Tags: [
          { Key: 'a', Value: '' },
          { Key: 'b', Value: 'c' },
        ],
      }),
    );
    await admin.send(new Organizations.UntagResourceCommand({ ResourceId: id, TagKeys: ['b'] }));
    expect((await admin.send(new Organizations.ListTagsForResourceCommand({ ResourceId: id }))).Tags).toEqual([
      { Key: 'a', Value: '' },
    ]);
    expect((await admin.send(new Organizations.ListParentsCommand({ ChildId: id }))).Parents).toEqual([
      { Id: unit?.Id, Type: 'ORGANIZATIONAL_UNIT' },
    ]);
    const inside = await admin.send(new Organizations.ListAccountsForParentCommand({ ParentId: unit?.Id }));
    expect(inside.Accounts).toMatchObject([{ Id: id }]);
    const units = await admin.send(new Organizations.ListOrganizationalUnitsForParentCommand({ ParentId: root }));
    expect(units.OrganizationalUnits).toHaveLength(3);
  });

  it('knows an organization that is not there, and makes one', async () => {
    await fetch(`${endpoint}/_emulator/world`, {
      method: 'PUT',
      body: JSON.stringify({ accounts: smallWorld().accounts.slice(4) }),
    });
    const outsider = organization(ids.outsider);
    await expect(outsider.send(new Organizations.DescribeOrganizationCommand({}))).rejects.toThrow(
      Organizations.AWSOrganizationsNotInUseException,
    );
    const { Organization } = await outsider.send(new Organizations.CreateOrganizationCommand({}));
    expect(Organization?.MasterAccountId).toBe(ids.outsider);
    await expect(outsider.send(new Organizations.CreateOrganizationCommand({}))).rejects.toThrow(
      Organizations.AlreadyInOrganizationException,
    );
  });

  it('knows a constraint and its reason', async () => {
    const sent = client().send(
      new Organizations.RegisterDelegatedAdministratorCommand({ ...accountService, AccountId: ids.member }),
    );
    const failure = await failureOf(sent);
    expect(failure).toBeInstanceOf(Organizations.ConstraintViolationException);
    expect(failure).toMatchObject({
      Reason: 'MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED',
      message: 'You have exceeded the number of delegated administrators allowed for the service principal.',
    });
  });

  it('knows every other refusal by its class', async () => {
    const admin = client();
    const unknown = { AccountId: ids.unknown };
    const pairs = [
      [new Organizations.DescribeAccountCommand(unknown), Organizations.AccountNotFoundException],
      [new Organizations.ListAccountsForParentCommand({ ParentId: 'r-none' }), Organizations.ParentNotFoundException],
      [new Organizations.ListParentsCommand({ ChildId: ids.unknown }), Organizations.ChildNotFoundException],
      [new Organizations.ListTagsForResourceCommand({ ResourceId: 'r-none' }), Organizations.TargetNotFoundException],
      [new Organizations.ListAccountsCommand({ NextToken: 'x' }), Organizations.InvalidInputException],
      [
        new Organizations.DescribeCreateAccountStatusCommand({ CreateAccountRequestId: 'car-12345678' }),
        Organizations.CreateAccountStatusNotFoundException,
      ],
      [
        new Organizations.CreateOrganizationalUnitCommand({ ParentId: ids.root, Name: 'Sandbox' }),
        Organizations.DuplicateOrganizationalUnitException,
      ],
      [
        new Organizations.MoveAccountCommand({
          AccountId: ids.member,
          SourceParentId: ids.root,
          DestinationParentId: ids.root,
        }),
        Organizations.SourceParentNotFoundException,
      ],
      [
        new Organizations.MoveAccountCommand({
          AccountId: ids.member,
          SourceParentId: ids.workloads,
          DestinationParentId: 'r-none',
        }),
        Organizations.DestinationParentNotFoundException,
      ],
      [
        new Organizations.MoveAccountCommand({
          AccountId: ids.member,
          SourceParentId: ids.workloads,
          DestinationParentId: ids.workloads,
        }),
        Organizations.DuplicateAccountException,
      ],
      [
        new Organizations.RegisterDelegatedAdministratorCommand({ ...accountService, AccountId: ids.delegated }),
        Organizations.AccountAlreadyRegisteredException,
      ],
      [
        new Organizations.DeregisterDelegatedAdministratorCommand({ ...accountService, AccountId: ids.member }),
        Organizations.AccountNotRegisteredException,
      ],
    ] as const;
    for (const [command, type] of pairs) {
      // Each command has a type of its own; a client takes any of them.
      const failure = await failureOf(admin.send(command as Organizations.DescribeAccountCommand));
      expect(failure).toBeInstanceOf(type);
    }
  });

  it('knows a denial and a throttle', async () => {
    const list = () => organization(ids.member).send(new Organizations.ListAccountsCommand({}));
    expect(await failureOf(list())).toBeInstanceOf(Organizations.AccessDeniedException);
    await order('ListAccounts', 'TooManyRequests');
    expect(await failureOf(list())).toBeInstanceOf(Organizations.TooManyRequestsException);
    await order('ListAccounts', 'InternalServer');
    expect(await failureOf(list())).toBeInstanceOf(Organizations.ServiceException);
  });
});

describe('the client for STS', () => {
  it('says who calls', async () => {
    expect(await new STSClient(settings(ids.member)).send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: ids.member,
      Arn: `arn:aws:iam::${ids.member}:user/administrator`,
      UserId: `AIDA${ids.member}ADMIN`,
    });
  });

  it('knows a key that is nobody’s', async () => {
    const failure = await failureOf(new STSClient(settings(ids.unknown)).send(new GetCallerIdentityCommand({})));
    expect(failure).toBeInstanceOf(STSServiceException);
    expect(failure).toMatchObject({
      name: 'InvalidClientTokenId',
      message: 'The security token included in the request is invalid.',
    });
  });
});
