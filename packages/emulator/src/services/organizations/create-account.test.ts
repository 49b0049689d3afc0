import { describe, expect, it } from 'vitest';
import { account, organizations, type Reply } from '../../client.builder.ts';
import { createEmulator } from '../../create-emulator.ts';
import { accessRole } from '../../world/roles-of.ts';
import { ids, makeClock, smallWorld } from '../../world/worlds.builder.ts';
import { office } from '../account/contacts.builder.ts';
import { worldWhere } from '../account/settings.builder.ts';
import { badInput, management, misshapen, refusal, required } from './organizations.builder.ts';

const fresh = { Email: 'aws+new@example.com', AccountName: 'new' };

const statusIn = ({ body }: Reply) => body['CreateAccountStatus'] as Readonly<Record<string, unknown>>;

/** An emulator whose clock the test sets on, and its management account. */
const setUp = (options = {}) => {
  const clock = makeClock();
  const emulator = createEmulator({ world: smallWorld(), quotas: 'off', clock, ...options });
  const client = organizations(emulator, ids.management);
  const describeStatus = async (id: unknown) =>
    statusIn(await client.call('DescribeCreateAccountStatus', { CreateAccountRequestId: id }));
  return { clock, emulator, client, describeStatus };
};

describe('CreateAccount', () => {
  it('begins in progress, with neither an account nor an end', async () => {
    const { client, clock } = setUp();
    const reply = await client.call('CreateAccount', fresh);
    expect(reply.status).toBe(200);
    expect(statusIn(reply)).toEqual({
      Id: expect.stringMatching(/^car-[a-z0-9]{8,32}$/),
      AccountName: 'new',
      State: 'IN_PROGRESS',
      RequestedTimestamp: clock.now() / 1000,
    });
  });

  it('goes on being in progress until its time has come, and then there is an account in the root', async () => {
    const { client, clock, describeStatus } = setUp();
    const started = clock.now();
    const { Id } = statusIn(await client.call('CreateAccount', { ...fresh, Tags: [{ Key: 'team', Value: 'cards' }] }));
    clock.advance(1999);
    expect(await describeStatus(Id)).toMatchObject({ State: 'IN_PROGRESS' });
    expect((await client.call('ListAccounts')).body['Accounts']).toHaveLength(4);
    clock.advance(1);
    const done = await describeStatus(Id);
    expect(done).toEqual({
      Id,
      AccountName: 'new',
      State: 'SUCCEEDED',
      RequestedTimestamp: started / 1000,
      CompletedTimestamp: started / 1000 + 2,
      AccountId: expect.stringMatching(/^\d{12}$/),
    });
    expect((await client.call('ListAccounts')).body['Accounts']).toHaveLength(5);
    expect((await client.call('DescribeAccount', { AccountId: done['AccountId'] })).body).toMatchObject({
      Account: { Name: 'new', Email: 'aws+new@example.com', State: 'ACTIVE', JoinedMethod: 'CREATED' },
    });
    expect((await client.call('ListParents', { ChildId: done['AccountId'] })).body).toMatchObject({
      Parents: [{ Id: ids.root }],
    });
    expect((await client.call('ListTagsForResource', { ResourceId: done['AccountId'] })).body).toEqual({
      Tags: [{ Key: 'team', Value: 'cards' }],
    });
  });

  it('begins without alternate contacts, though the management account has some', async () => {
    const { emulator, client } = setUp({ instant: true });
    const { AccountId } = statusIn(await client.call('CreateAccount', fresh));
    const read = { AlternateContactType: 'SECURITY', AccountId };
    expect(await account(emulator, ids.management).call('GetAlternateContact', read)).toMatchObject({ status: 404 });
    expect(
      await account(emulator, String(AccountId)).call('GetAlternateContact', { AlternateContactType: 'SECURITY' }),
    ).toMatchObject({ status: 404 });
  });

  it('has the primary contact of the management account under its own name', async () => {
    const { emulator, client } = setUp({
      instant: true,
      world: worldWhere(ids.management, { primaryContact: office }),
    });
    const { AccountId } = statusIn(await client.call('CreateAccount', fresh));
    const { body } = await account(emulator, ids.management).call('GetContactInformation', { AccountId });
    expect(body['ContactInformation']).toEqual({ ...office, FullName: 'new' });
    const changed = { ContactInformation: { ...office, City: 'Elsewhere' }, AccountId };
    await account(emulator, ids.management).call('PutContactInformation', changed);
    expect(emulator.snapshot().accounts[0]?.primaryContact).toEqual(office);
  });

  it.each([
    [undefined, undefined],
    ['OrganizationAccountAccessRole', undefined],
    ['Breakglass', [accessRole('Breakglass', ids.management)]],
  ])('has the role that is asked for: %s', async (RoleName, roles) => {
    const { emulator, client } = setUp({ instant: true });
    await client.call('CreateAccount', { ...fresh, ...(RoleName !== undefined && { RoleName }) });
    expect(emulator.snapshot().accounts.at(-1)?.roles).toEqual(roles);
  });

  it.each(['aws+payments@example.com', 'AWS+Payments@example.com'])(
    'tells only later that %s is taken',
    async (Email) => {
      const { client, clock, describeStatus } = setUp();
      const begun = statusIn(await client.call('CreateAccount', { ...fresh, Email }));
      expect(begun).toMatchObject({ State: 'IN_PROGRESS' });
      clock.advance(2000);
      const ended = await describeStatus(begun['Id']);
      expect(ended).toMatchObject({
        State: 'FAILED',
        FailureReason: 'EMAIL_ALREADY_EXISTS',
        CompletedTimestamp: expect.any(Number),
      });
      expect(ended).not.toHaveProperty('AccountId');
      expect((await client.call('ListAccounts')).body['Accounts']).toHaveLength(4);
    },
  );

  it('conflicts with a creation of the same address that is under way', async () => {
    const { client, clock } = setUp();
    await client.call('CreateAccount', fresh);
    expect(await client.call('CreateAccount', { ...fresh, AccountName: 'other' })).toMatchObject(
      refusal(
        'ConcurrentModificationException',
        "AWS Organizations can't complete your request because it conflicts with another attempt to modify the same entity. Try again later.",
      ),
    );
    clock.advance(2000);
    expect(await client.call('CreateAccount', fresh)).toMatchObject({ status: 200 });
  });

  it('makes five accounts at once, and no sixth until one is done', async () => {
    const { client, clock } = setUp();
    const create = (index: number) =>
      client.call('CreateAccount', { Email: `aws+${index}@example.com`, AccountName: `n${index}` });
    for (let index = 1; index <= 5; index++) expect(await create(index)).toMatchObject({ status: 200 });
    expect(await create(6)).toMatchObject(
      refusal(
        'ConstraintViolationException',
        'You have exceeded the number of accounts that can be created at the same time.',
        'ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED',
      ),
    );
    clock.advance(2000);
    expect(await create(6)).toMatchObject({ status: 200 });
  });

  it('is done at once where that is asked for', async () => {
    const { client } = setUp({ instant: true });
    for (let index = 1; index <= 7; index++) {
      const reply = await client.call('CreateAccount', { Email: `aws+${index}@example.com`, AccountName: `n${index}` });
      expect(statusIn(reply)).toMatchObject({ State: 'SUCCEEDED', AccountId: expect.stringMatching(/^\d{12}$/) });
    }
    const taken = await client.call('CreateAccount', { Email: 'aws+1@example.com', AccountName: 'again' });
    expect(statusIn(taken)).toMatchObject({ State: 'FAILED', FailureReason: 'EMAIL_ALREADY_EXISTS' });
  });

  it('fails in the end where somebody ordered it, for the reason that was ordered', async () => {
    const faults = [
      { operation: 'CreateAccount', error: 'FailsLater', reason: 'INVALID_EMAIL', times: 1 },
      { operation: 'CreateAccount', error: 'FailsLater' },
    ];
    const { client, clock, describeStatus } = setUp({ faults });
    for (const FailureReason of ['INVALID_EMAIL', 'INTERNAL_FAILURE']) {
      const { Id } = statusIn(await client.call('CreateAccount', fresh));
      clock.advance(2000);
      expect(await describeStatus(Id)).toMatchObject({ State: 'FAILED', FailureReason });
    }
  });

  it('is in the snapshot as soon as its time has come, asked or not', async () => {
    const { client, clock, emulator } = setUp();
    await client.call('CreateAccount', fresh);
    expect(emulator.snapshot().accounts).toHaveLength(5);
    clock.advance(2000);
    expect(emulator.snapshot().accounts).toHaveLength(6);
  });

  it.each([
    [{}, required('EMAIL')],
    [{ Email: fresh.Email }, required('ACCOUNT_NAME')],
    [
      { ...fresh, Email: 'a@b.c' },
      badInput('MIN_LENGTH_EXCEEDED:EMAIL', 'You provided a value that is shorter than the minimum.'),
    ],
    [
      { ...fresh, Email: `${'a'.repeat(60)}@b.cd` },
      badInput('MAX_LENGTH_EXCEEDED:EMAIL', 'You provided a value that is longer than the maximum.'),
    ],
    [{ ...fresh, Email: 'no address' }, misshapen('EMAIL')],
    [{ ...fresh, AccountName: 'Größe' }, misshapen('ACCOUNT_NAME')],
    [{ ...fresh, RoleName: 'a role' }, misshapen('ROLE_NAME')],
    [
      { ...fresh, IamUserAccessToBilling: 'MAYBE' },
      badInput('INVALID_ENUM:IAM_USER_ACCESS_TO_BILLING', 'You specified an invalid value.'),
    ],
    [
      { ...fresh, Tags: [{ Key: 'aws:a', Value: '' }] },
      badInput('INVALID_SYSTEM_TAGS_PARAMETER', 'You specified a tag key that is a system tag.'),
    ],
  ])('refuses %j', async (input, expected) => {
    expect(await management().call('CreateAccount', input)).toMatchObject(expected);
  });

  it('gives an id that its administrator can sign with as soon as its time has come', async () => {
    const { client, clock, emulator } = setUp();
    const known = new Set(emulator.snapshot().accounts.map(({ id }) => id));
    await client.call('CreateAccount', fresh);
    clock.advance(2000);
    const twin = setUp();
    await twin.client.call('CreateAccount', fresh);
    twin.clock.advance(2000);
    // The same world gives the same ids: the twin tells the id without anybody having called here.
    const [id] = twin.emulator.snapshot().accounts.flatMap((each) => (known.has(each.id) ? [] : [each.id]));
    expect(await organizations(emulator, String(id)).call('DescribeOrganization')).toMatchObject({ status: 200 });
  });
});
