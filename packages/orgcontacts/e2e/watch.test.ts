import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callOrganizations } from './call-organizations.ts';
import { delegated, fast, management } from './policies.ts';
import { makeWorkplace, type Workplace } from './run-command.ts';
import { type RunningWatch, startWatch } from './run-watch.ts';
import { type RunningEmulator, startEmulator } from './start-emulator.ts';

/** Everybody gets the security desk; whoever is in Watched, or has the tag, gets somebody for operations too. */
const policy = `version: 1
contacts:
  security-desk: { name: Mary Major, title: Security, email: security@example.com, phone: "+1 555 0100" }
  on-call: { name: On Call, title: Operations, email: on-call@example.com, phone: "+1 555 0101" }
  payments: { name: Payments, title: Operations, email: payments@example.com, phone: "+1 555 0102" }
assignments:
  - { match: all, security: security-desk }
  - { match: { ou: Watched }, operations: on-call }
  - { match: { tag: { team: watched } }, operations: payments }
`;

let emulator: RunningEmulator;
let work: Workplace;
const watches: RunningWatch[] = [];
let root: string;
let unit: string;

const organizations = (operation: string, parameters: Readonly<Record<string, unknown>> = {}, caller = management) =>
  callOrganizations(emulator.url, caller, operation, parameters);

/** The id of something that Organizations answered with. */
const idOf = (value: unknown): string => {
  const { Id }: { Id?: unknown } = Object(value);
  if (typeof Id !== 'string') throw new Error(`There is no id in ${JSON.stringify(value)}.`);
  return Id;
};

const begin = async (...args: readonly string[]): Promise<void> => {
  emulator = await startEmulator(['--accounts', '8', '--seed', '3', '--quotas', 'off', ...args]);
  const { Roots } = await organizations('ListRoots');
  root = idOf((Roots as readonly unknown[])[0]);
  const made = await organizations('CreateOrganizationalUnit', { ParentId: root, Name: 'Watched' });
  unit = idOf(made['OrganizationalUnit']);
  work = await makeWorkplace(emulator.url, management);
  await work.write('contacts.yaml', policy);
};

const watch = async (...args: readonly string[]): Promise<RunningWatch> => {
  const started = startWatch(work, '--yes', '--events', `${emulator.url}/_emulator/events`, ...fast, ...args);
  watches.push(started);
  await started.until(({ kind, accounts }) => kind === 'looked' && accounts === 'all', 0);
  return started;
};

const contactOf = async (id: string, type: string): Promise<unknown> => {
  const contact = (await emulator.contacts())[id]?.[type];
  return Object.values(Object(contact)).find((value) => String(value).includes('@'));
};

/** Resolves once the watch has written, and the contact is as it should be. */
const comesRight = async (
  watching: RunningWatch,
  id: string,
  type: string,
  email: string,
  from: number,
): Promise<void> => {
  for (let place = from; (await contactOf(id, type)) !== email; place = watching.lines.length)
    await watching.until(({ kind }) => kind === 'wrote', place);
  expect(await contactOf(id, type)).toBe(email);
};

const accountIn = async (filter: (id: string) => boolean = () => true): Promise<string> => {
  const ids = Object.keys(await emulator.contacts());
  const id = ids.find((each) => each !== management && each !== delegated && filter(each));
  if (id === undefined) throw new Error('There is no such account.');
  return id;
};

const activeMember = async (): Promise<string> => {
  const { Accounts } = await organizations('ListAccounts');
  // The documented shape of the answer.
  const active = (Accounts as readonly { Id: string; State: string }[]).filter(({ State }) => State === 'ACTIVE');
  const ids = new Set(active.map(({ Id }) => Id));
  return accountIn((id) => ids.has(id));
};

const setByHand = (accountId: string, name: string, caller = management): Promise<void> =>
  emulator.putAlternateContact(caller, {
    AccountId: accountId,
    AlternateContactType: 'SECURITY',
    Name: name,
    Title: 'By hand',
    EmailAddress: 'hand@example.com',
    PhoneNumber: '5',
  });

/** An account changes its own contact, from inside. */
const standaloneEdit = (id: string): Promise<void> =>
  emulator.putAlternateContact(id, {
    AlternateContactType: 'SECURITY',
    Name: 'Its Own',
    Title: 'By itself',
    EmailAddress: 'own@example.com',
    PhoneNumber: '1',
  });

afterEach(async () => {
  for (const each of watches.splice(0)) await each.stop('SIGKILL');
  await emulator.stop();
  await rm(work.folder, { recursive: true, force: true });
});

describe('through events alone', () => {
  beforeEach(() => begin('--instant'));

  it('a created account, an invited one, a moved one, a tagged one and edited contacts are right again', async () => {
    const watching = await watch('--mode', 'restore', '--every', '9h');
    await watching.until(({ kind }) => kind === 'wrote', 0);

    let from = watching.lines.length;
    const made = await organizations('CreateAccount', { AccountName: 'new', Email: 'aws+new@example.com' });
    const Id = idOf(made['CreateAccountStatus']);
    const described = await organizations('DescribeCreateAccountStatus', { CreateAccountRequestId: Id });
    const { AccountId } = described['CreateAccountStatus'] as { AccountId: string };
    await comesRight(watching, AccountId, 'SECURITY', 'security@example.com', from);

    from = watching.lines.length;
    await organizations('MoveAccount', { AccountId, SourceParentId: root, DestinationParentId: unit });
    await comesRight(watching, AccountId, 'OPERATIONS', 'on-call@example.com', from);

    from = watching.lines.length;
    await organizations('TagResource', { ResourceId: AccountId, Tags: [{ Key: 'team', Value: 'watched' }] });
    await comesRight(watching, AccountId, 'OPERATIONS', 'payments@example.com', from);

    for (const caller of [management, delegated]) {
      from = watching.lines.length;
      await setByHand(AccountId, 'Somebody Else', caller);
      await comesRight(watching, AccountId, 'SECURITY', 'security@example.com', from);
    }

    // One that was created long ago: AWS lets a new one go after four days.
    const old = await activeMember();
    await organizations('RemoveAccountFromOrganization', { AccountId: old });
    await standaloneEdit(old);
    from = watching.lines.length;
    const invited = await organizations('InviteAccountToOrganization', { Target: { Id: old, Type: 'ACCOUNT' } });
    const HandshakeId = idOf(invited['Handshake']);
    await organizations('AcceptHandshake', { HandshakeId }, old);
    await comesRight(watching, old, 'SECURITY', 'security@example.com', from);

    expect(watching.lines.filter(({ kind, accounts }) => kind === 'looked' && accounts === 'all')).toHaveLength(1);
    const { status } = await watching.stop('SIGTERM');
    expect(status).toBe(0);
  });

  it('its own writes are known again, and looked at by nobody', async () => {
    const watching = await watch('--mode', 'restore');
    await watching.until(({ kind }) => kind === 'wrote', 0);
    const id = await activeMember();
    const from = watching.lines.length;
    await setByHand(id, 'Somebody Else');
    await comesRight(watching, id, 'SECURITY', 'security@example.com', from);
    const events = watching.lines.slice(from).filter(({ kind }) => kind === 'event');
    expect(events).toEqual([expect.objectContaining({ what: 'contact-changed', accountId: id })]);
  });

  it('a contact that was put right twice and is edited again is contested: no more writes', async () => {
    const watching = await watch('--mode', 'restore');
    await watching.until(({ kind }) => kind === 'wrote', 0);
    const id = await activeMember();
    for (let time = 0; time < 2; time++) {
      const from = watching.lines.length;
      await setByHand(id, `Somebody ${time}`);
      await comesRight(watching, id, 'SECURITY', 'security@example.com', from);
    }
    const told = watching.until(({ kind }) => kind === 'contested');
    await setByHand(id, 'Somebody who means it');
    expect(await told).toMatchObject({ contacts: [{ accountId: id, type: 'SECURITY' }] });
    expect(await contactOf(id, 'SECURITY')).toBe('hand@example.com');
  });

  it('in the mode report an edited contact is told and left as it is', async () => {
    const id = await activeMember();
    await work.run('apply', '--yes', ...fast);
    const watching = await watch();
    const told = watching.until(({ kind }) => kind === 'reported');
    await setByHand(id, 'Somebody Else');
    expect(await told).toMatchObject({ contacts: [{ accountId: id, type: 'SECURITY' }] });
    expect(await contactOf(id, 'SECURITY')).toBe('hand@example.com');
    expect((await watching.stop('SIGINT')).status).toBe(130);
  });
});

describe('a new account that AWS does not accept calls about yet', () => {
  it('is tried until it does', async () => {
    await begin('--behaviour', 'newAccountReady=after-7-minutes', '--instant');
    const watching = await watch('--mode', 'restore');
    await watching.until(({ kind }) => kind === 'wrote', 0);
    const later = watching.until(({ kind }) => kind === 'later');
    await organizations('CreateAccount', { AccountName: 'new', Email: 'aws+new@example.com' });
    const { accountId } = await later;
    expect(await contactOf(String(accountId), 'SECURITY')).toBeUndefined();
    const from = watching.lines.length;
    await emulator.send('POST', '/_emulator/clock', { advance: 420_000 });
    await comesRight(watching, String(accountId), 'SECURITY', 'security@example.com', from);
  });
});

describe('where no event comes', () => {
  beforeEach(() => begin('--instant'));

  it('the next look at everything finds all of it', async () => {
    await work.run('apply', '--yes', ...fast);
    const id = await activeMember();
    await setByHand(id, 'Somebody Else');
    await organizations('CreateAccount', { AccountName: 'new', Email: 'aws+new@example.com' });
    await organizations('TagResource', { ResourceId: id, Tags: [{ Key: 'team', Value: 'watched' }] });
    const { status, stdout } = await work.run('watch', '--once', '--yes', '--mode', 'restore', '--json', ...fast);
    expect([status, stdout]).toEqual([0, expect.stringContaining('"wrote"')]);
    expect(await contactOf(id, 'OPERATIONS')).toBe('payments@example.com');
    expect((await work.run('check', ...fast)).status).toBe(0);
    expect((await work.run('watch', '--once', '--yes', ...fast)).status).toBe(0);
  });

  it('without --yes everything is told, and nothing written', async () => {
    const { status, stdout } = await work.run('watch', '--once', '--mode', 'restore', ...fast);
    expect([status, stdout]).toEqual([2, expect.stringContaining('other than the policy wants, and left so')]);
    expect((await emulator.calls()).filter(({ operation }) => operation === 'PutAlternateContact')).toEqual([]);
  });
});

describe('a watch', () => {
  beforeEach(() => begin('--instant'));

  it('goes on after kill -9 with what it had noted, and does not miss what came meanwhile', async () => {
    const first = await watch('--mode', 'restore');
    await first.until(({ kind }) => kind === 'wrote', 0);
    const id = await activeMember();
    const noted = first.until(({ kind }) => kind === 'event');
    await organizations('TagResource', { ResourceId: id, Tags: [{ Key: 'team', Value: 'watched' }] });
    await noted;
    await first.stop('SIGKILL');
    await setByHand(id, 'Somebody Else');
    const second = startWatch(
      work,
      '--yes',
      '--mode',
      'restore',
      '--events',
      `${emulator.url}/_emulator/events`,
      ...fast,
    );
    watches.push(second);
    await comesRight(second, id, 'OPERATIONS', 'payments@example.com', 0);
    await comesRight(second, id, 'SECURITY', 'security@example.com', 0);
    expect(second.lines.filter(({ accounts }) => accounts === 'all')).toEqual([]);
    const file = join(work.folder, '.orgcontacts', 'watch.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).not.toContain('example.com');
  });

  it('writes nothing while it is paused, and goes on afterwards', async () => {
    const watching = await watch('--mode', 'restore');
    await watching.until(({ kind }) => kind === 'wrote', 0);
    const id = await activeMember();
    const paused = watching.until(({ kind }) => kind === 'paused');
    expect((await work.run('pause', '--reason', 'new desk')).status).toBe(0);
    await setByHand(id, 'Somebody Else');
    expect(await paused).toMatchObject({ because: expect.stringMatching(/^writing is paused since .* \(new desk\)$/) });
    expect(await contactOf(id, 'SECURITY')).toBe('hand@example.com');
    const from = watching.lines.length;
    expect((await work.run('unpause')).status).toBe(0);
    await comesRight(watching, id, 'SECURITY', 'security@example.com', from);
  });

  it('is the only one in its place, and says on its port how it is', async () => {
    const watching = await watch('--health', '0');
    const other = await work.run('watch', '--once', ...fast);
    expect([other.status, other.stderr]).toEqual([1, expect.stringContaining('Another watch is under way')]);
    await watching.stop('SIGTERM');
    expect((await work.run('watch', '--once', '--yes', ...fast)).status).toBe(2);
  });
});
