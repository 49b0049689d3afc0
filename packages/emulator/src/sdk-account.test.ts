import * as Account from '@aws-sdk/client-account';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Emulator } from './create-emulator.ts';
import { office } from './services/account/contacts.builder.ts';
import { accountOperations } from './services/account/index.ts';
import { codeOf } from './services/account/settings.builder.ts';
import { emulatorOf, ids, smallWorld } from './world/worlds.builder.ts';

const world = {
  ...smallWorld(),
  accounts: smallWorld().accounts.map((each) => ({
    ...each,
    ...(each.id === ids.member && { primaryContact: office }),
    ...(each.id === ids.delegated && { govCloud: { accountId: '333344445555', state: 'ACTIVE' as const } }),
  })),
};

let emulator: Emulator;
let endpoint: string;

const clientOf = (accessKeyId: string) =>
  new Account.AccountClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId, secretAccessKey: 'test' },
    maxAttempts: 1,
  });

beforeAll(async () => {
  emulator = emulatorOf({ world });
  endpoint = (await emulator.listen()).url;
});

beforeEach(() => emulator.reset());

afterAll(() => emulator.close());

const target = { AccountId: ids.member };
const RegionName = 'af-south-1';
const PrimaryEmail = 'root+payments@example.com';

describe('the client for Account Management, beyond alternate contacts', () => {
  it('has no operation that the emulator has not', () => {
    const commands = Object.keys(Account).flatMap((name) => /^(\w+)Command$/.exec(name)?.[1] ?? []);
    expect(accountOperations.map(({ name }) => name).toSorted()).toEqual(commands.toSorted());
  });

  it('writes and reads a primary contact and verifies its number', async () => {
    const client = clientOf(ids.management);
    const ContactInformation = { ...office, City: 'Elsewhere', AddressLine2: 'Floor 2' };
    await client.send(new Account.PutContactInformationCommand({ ...target, ContactInformation }));
    await client.send(new Account.SendPhoneNumberVerificationCommand(target));
    const Otp = await codeOf(emulator, ids.member);
    const verified = await client.send(new Account.VerifyPhoneNumberCommand({ ...target, Otp }));
    expect(verified.Status).toBe('VERIFIED');
    expect(await client.send(new Account.GetContactInformationCommand(target))).toMatchObject({
      ContactInformation,
      VerificationStatus: 'VERIFIED',
    });
  });

  it('reads the day of creation as a date, and writes a name', async () => {
    const client = clientOf(ids.management);
    await client.send(new Account.PutAccountNameCommand({ ...target, AccountName: 'new' }));
    const information = await client.send(new Account.GetAccountInformationCommand(target));
    expect(information).toMatchObject({ AccountName: 'new', AccountState: 'ACTIVE' });
    expect(information.AccountCreatedDate).toEqual(new Date('2026-01-02T03:04:05Z'));
  });

  it('changes a primary e-mail address and reads the status with its time', async () => {
    const client = clientOf(ids.delegated);
    await client.send(new Account.StartPrimaryEmailUpdateCommand({ ...target, PrimaryEmail }));
    const Otp = await codeOf(emulator, ids.member);
    await client.send(new Account.AcceptPrimaryEmailUpdateCommand({ ...target, PrimaryEmail, Otp }));
    expect(await client.send(new Account.GetPrimaryEmailCommand(target))).toMatchObject({ PrimaryEmail });
    const status = await client.send(new Account.GetPrimaryEmailUpdateStatusCommand(target));
    expect(status).toMatchObject({ Status: 'COMPLETED', UpdatedAt: new Date('2026-11-24T00:00:00Z') });
  });

  it('lists the Regions page by page, and switches one', async () => {
    const client = clientOf(ids.management);
    const names: (string | undefined)[] = [];
    for await (const { Regions = [] } of Account.paginateListRegions({ client, pageSize: 7 }, target))
      names.push(...Regions.map((each) => each.RegionName));
    expect(new Set(names).size).toBe(34);
    await client.send(new Account.EnableRegionCommand({ ...target, RegionName }));
    expect(await client.send(new Account.GetRegionOptStatusCommand({ ...target, RegionName }))).toMatchObject({
      RegionOptStatus: 'ENABLING',
    });
    await expect(client.send(new Account.DisableRegionCommand({ ...target, RegionName }))).rejects.toThrow(
      Account.ConflictException,
    );
  });

  it('reads the linked GovCloud account', async () => {
    const client = clientOf(ids.management);
    const read = (StandardAccountId: string) =>
      client.send(new Account.GetGovCloudAccountInformationCommand({ StandardAccountId }));
    expect(await read(ids.delegated)).toMatchObject({ GovCloudAccountId: '333344445555', AccountState: 'ACTIVE' });
    await expect(read(ids.member)).rejects.toThrow(Account.ResourceNotFoundException);
    await expect(read(ids.suspended)).rejects.toThrow(Account.ResourceUnavailableException);
  });

  it('knows a refusal by its reason and field', async () => {
    const sent = clientOf(ids.member).send(new Account.GetRegionOptStatusCommand({ RegionName: 'eu-nowhere-1' }));
    await expect(sent).rejects.toBeInstanceOf(Account.ValidationException);
    await expect(sent).rejects.toMatchObject({
      reason: 'fieldValidationFailed',
      fieldList: [{ name: 'RegionName', message: 'eu-nowhere-1 is not a valid region for opt-in or opt-out.' }],
    });
  });

  it('does not know which refusal it is when a name has only blanks', async () => {
    const sent = clientOf(ids.member).send(new Account.PutAccountNameCommand({ AccountName: ' ' }));
    await expect(sent).rejects.not.toBeInstanceOf(Account.ValidationException);
    await expect(sent).rejects.toMatchObject({
      $metadata: { httpStatusCode: 400 },
      message: 'The input AccountName must not be null or only whitespace.',
    });
  });
});
