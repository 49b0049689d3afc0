import { describe, expect, it } from 'vitest';
import { account, organizations, type Signature, sts } from '../../client.builder.ts';
import type { Emulator } from '../../create-emulator.ts';
import { emulatorOf, ids, makeClock } from '../../world/worlds.builder.ts';
import { denial } from '../account/contacts.builder.ts';
import { accessRoleOf, assume, policyOf, roleOf, textOf, trusting, worldWith } from './assume-role.builder.ts';

const security = { AlternateContactType: 'SECURITY' };
const role = accessRoleOf(ids.member);
const session = `arn:aws:sts::${ids.member}:assumed-role/OrganizationAccountAccessRole/mary`;

const messageOf = async (
  emulator: Emulator,
  signer: Signature,
  operation: string,
  input: object = security,
): Promise<string> =>
  String((await account(emulator, signer).call(operation, { ...input })).body['message'] ?? 'let through');

describe('a role session', () => {
  it('is who it is', async () => {
    const emulator = emulatorOf();
    const { xml } = await sts(emulator, await assume(emulator, ids.management, role));
    expect(textOf(xml, 'Arn')).toBe(session);
    expect(textOf(xml, 'UserId')).toMatch(/^AROA[A-Z2-7]{17}:mary$/);
    expect(textOf(xml, 'Account')).toBe(ids.member);
  });

  it('acts as the member, standalone', async () => {
    const emulator = emulatorOf();
    const client = account(emulator, await assume(emulator, ids.management, role));
    expect(await client.call('GetAlternateContact', security)).toMatchObject({ status: 404 });
    expect(await client.call('GetAlternateContact', { ...security, AccountId: ids.member })).toMatchObject({
      status: 403,
      body: { message: `User: ${session} is not authorized to perform: account:GetAlternateContact` },
    });
  });

  it('is under the service control policies of its account', async () => {
    const policy = { id: 'p-noputs000', name: 'NoPuts', description: '', tags: {} };
    const content = JSON.stringify(
      policyOf({ Effect: 'Deny', Action: 'account:PutAlternateContact', Resource: 'arn:aws:account::*:account' }),
    );
    const world = worldWith(
      { member: { serviceControlPolicies: ['p-FullAWSAccess', policy.id] } },
      { policyTypes: ['SERVICE_CONTROL_POLICY'], policies: [{ ...policy, content }] },
    );
    const emulator = emulatorOf({ world });
    const contact = { Name: 'Mary Major', Title: 'Desk', EmailAddress: 'desk@example.com', PhoneNumber: '5555555510' };
    const signer = await assume(emulator, ids.management, role);
    expect(await messageOf(emulator, signer, 'PutAlternateContact', { ...security, ...contact })).toBe(
      `User: ${session} is not authorized to perform: account:PutAlternateContact on resource: arn:aws:account::${ids.member}:account with an explicit deny in a service control policy`,
    );
    expect(await account(emulator, signer).call('GetAlternateContact', security)).toMatchObject({ status: 404 });
  });

  it('calls Organizations as its account', async () => {
    const emulator = emulatorOf();
    const signer = await assume(emulator, ids.management, role);
    expect(await organizations(emulator, signer).call('ListAccounts')).toMatchObject({
      status: 400,
      body: { __type: 'AccessDeniedException' },
    });
    expect(await organizations(emulator, signer).call('DescribeOrganization')).toMatchObject({ status: 200 });
  });

  it('ends at its time, and not a millisecond before', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ clock });
    const signer = await assume(emulator, ids.management, role, { DurationSeconds: '900' });
    clock.advance(899_999);
    expect(await account(emulator, signer).call('GetAlternateContact', security)).toMatchObject({ status: 404 });
    clock.advance(1);
    expect(await account(emulator, signer).call('GetAlternateContact', security)).toMatchObject({
      status: 403,
      headers: { 'x-amzn-errortype': 'ExpiredTokenException' },
      body: { message: 'The security token included in the request is expired' },
    });
    const { status, xml } = await sts(emulator, signer);
    expect({ status, code: textOf(xml, 'Code') }).toEqual({ status: 403, code: 'ExpiredToken' });
  });

  it('is told for another hour that it has expired, and then is nobody, so that the emulator does not fill up', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ clock });
    const old = await assume(emulator, ids.management, role);
    const codeOf = async () =>
      (await account(emulator, old).call('GetAlternateContact', security)).headers['x-amzn-errortype'];
    clock.advance(3_600_000 + 3_599_000);
    await assume(emulator, ids.management, role);
    expect(await codeOf()).toBe('ExpiredTokenException');
    clock.advance(2_000);
    await assume(emulator, ids.management, role);
    expect(await codeOf()).toBe('UnrecognizedClientException');
  });

  it('is unknown with another token, without one, and after a reset', async () => {
    const emulator = emulatorOf();
    const { accessKeyId, sessionToken } = await assume(emulator, ids.management, role);
    const unknown = { status: 403, headers: { 'x-amzn-errortype': 'UnrecognizedClientException' } };
    const get = (signer: Signature) => account(emulator, signer).call('GetAlternateContact', security);
    expect(await get({ accessKeyId, sessionToken: `${sessionToken}x` })).toMatchObject(unknown);
    expect(await get(accessKeyId)).toMatchObject(unknown);
    emulator.reset();
    expect(await get({ accessKeyId, sessionToken })).toMatchObject(unknown);
  });
});

describe('a session policy', () => {
  // Observed on live AWS, and the condition with it.
  it('on the contact type allows one type, and denies the other', async () => {
    const emulator = emulatorOf();
    const Policy = JSON.stringify({
      Statement: {
        Effect: 'Allow',
        Action: 'account:*AlternateContact',
        Resource: '*',
        Condition: { 'ForAnyValue:StringEquals': { 'account:AlternateContactTypes': 'OPERATIONS' } },
      },
    });
    const signer = await assume(emulator, ids.management, role, { Policy });
    const get = (AlternateContactType: string) =>
      messageOf(emulator, signer, 'GetAlternateContact', { AlternateContactType });
    expect(await get('OPERATIONS')).toBe('No contact of the inputted alternate contact type found.');
    expect(await get('BILLING')).toBe(
      `User: ${session} is not authorized to perform: account:GetAlternateContact on resource: arn:aws:account::${ids.member}:account because no session policy allows the account:GetAlternateContact action`,
    );
  });

  it('cannot give what the role does not have', async () => {
    const roles = [roleOf('Reader', trusting(ids.management), { policies: ['AWSAccountManagementReadOnlyAccess'] })];
    const emulator = emulatorOf({ world: worldWith({ member: { roles } }) });
    const reader = `arn:aws:iam::${ids.member}:role/Reader`;
    const signer = await assume(emulator, ids.management, reader, { Policy: JSON.stringify(policyOf({})) });
    expect(await messageOf(emulator, signer, 'GetAlternateContact')).toMatch(/^No contact/);
    expect(await messageOf(emulator, signer, 'DeleteAlternateContact')).toMatch(
      / because no identity-based policy allows the account:DeleteAlternateContact action$/,
    );
  });

  it('may be a managed one, and several add up', async () => {
    const emulator = emulatorOf();
    const readOnly = { 'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/AWSAccountManagementReadOnlyAccess' };
    const reader = await assume(emulator, ids.management, role, readOnly);
    expect(await messageOf(emulator, reader, 'GetAlternateContact')).toMatch(/^No contact/);
    expect(await messageOf(emulator, reader, 'DeleteAlternateContact')).toMatch(/ because no session policy allows /);
    const Policy = JSON.stringify(policyOf({ Action: 'account:DeleteAlternateContact' }));
    const both = await assume(emulator, ids.management, role, { ...readOnly, Policy });
    expect(await messageOf(emulator, both, 'DeleteAlternateContact')).toMatch(/^No contact/);
  });

  it('does not keep anybody from asking who it is', async () => {
    const emulator = emulatorOf();
    const Policy = JSON.stringify(policyOf({ Effect: 'Deny' }));
    const signer = await assume(emulator, ids.management, role, { Policy });
    expect(await sts(emulator, signer)).toMatchObject({ status: 200 });
    expect(await messageOf(emulator, signer, 'GetAlternateContact')).toMatch(
      / with an explicit deny in a session policy$/,
    );
  });
});

describe('tags of a session', () => {
  const tags = { 'Tags.member.1.Key': 'team', 'Tags.member.1.Value': 'desk' };
  const passedOn = { ...tags, 'TransitiveTagKeys.member.1': 'TEAM' };
  const desk = `arn:aws:iam::${ids.member}:role/Desk`;
  const next = `arn:aws:iam::${ids.member}:role/Next`;
  const conditional = policyOf({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'desk' } } });

  const chain = (desks: object = {}, nexts: object = {}) =>
    emulatorOf({
      world: worldWith({
        member: {
          roles: [
            roleOf('Desk', trusting(ids.management), desks),
            roleOf('Next', trusting(ids.member), { policies: [conditional], ...nexts }),
          ],
        },
      }),
    });

  it('are principal tags, and win over those of the role, whatever their case', async () => {
    const emulator = chain({ policies: [conditional], tags: { Team: 'other' } });
    const untagged = await assume(emulator, ids.management, desk);
    expect(await messageOf(emulator, untagged, 'GetAlternateContact')).toMatch(/ because no identity-based policy /);
    const tagged = await assume(emulator, ids.management, desk, tags);
    expect(await messageOf(emulator, tagged, 'GetAlternateContact')).toMatch(/^No contact/);
  });

  it('of a role are principal tags too', async () => {
    const emulator = chain({ policies: [conditional], tags: { team: 'desk' } });
    const signer = await assume(emulator, ids.management, desk);
    expect(await messageOf(emulator, signer, 'GetAlternateContact')).toMatch(/^No contact/);
  });

  it('go on to the next role when they are transitive, and from there to a third', async () => {
    const emulator = chain();
    const first = await assume(emulator, ids.management, desk, passedOn);
    const second = await assume(emulator, first, next);
    expect(await messageOf(emulator, second, 'GetAlternateContact')).toMatch(/^No contact/);
    const third = await assume(emulator, second, next);
    expect(await messageOf(emulator, third, 'GetAlternateContact')).toMatch(/^No contact/);
  });

  it('end with the session when they are not', async () => {
    const emulator = chain();
    const second = await assume(emulator, await assume(emulator, ids.management, desk, tags), next);
    expect(await messageOf(emulator, second, 'GetAlternateContact')).toMatch(/ because no identity-based policy /);
  });

  it('that are passed on cannot be set again', async () => {
    const emulator = chain();
    const first = await assume(emulator, ids.management, desk, passedOn);
    const { status, xml } = await assume(emulator, first, next, { ...tags, 'Tags.member.1.Key': 'Team' });
    expect(status).toBe(400);
    expect(xml).toContain('conflicts with a transitive tag key from the calling session.');
  });

  it('need sts:TagSession from the role, also when they are passed on', async () => {
    const narrow = { trust: trusting(ids.member, { Action: 'sts:AssumeRole' }) };
    const emulator = chain({}, narrow);
    const untagged = await assume(emulator, ids.management, desk);
    expect(await assume(emulator, untagged, next)).toMatchObject({ status: 200 });
    const caller = `arn:aws:sts::${ids.member}:assumed-role/Desk/mary`;
    const message = `User: ${caller} is not authorized to perform: sts:TagSession on resource: ${next}`;
    expect(textOf((await assume(emulator, untagged, next, tags)).xml, 'Message')).toBe(message);
    const tagged = await assume(emulator, ids.management, desk, passedOn);
    expect(textOf((await assume(emulator, tagged, next)).xml, 'Message')).toBe(message);
  });

  it('need sts:TagSession from the caller', async () => {
    const emulator = chain({ policies: [policyOf({ Action: 'sts:AssumeRole' })] });
    const { xml } = await assume(emulator, await assume(emulator, ids.management, desk), next, tags);
    expect(textOf(xml, 'Message')).toMatch(/ because no identity-based policy allows the sts:TagSession action$/);
  });

  it('are what a trust policy can ask for', async () => {
    const Condition = {
      StringEquals: { 'aws:RequestTag/team': 'desk' },
      'ForAllValues:StringEquals': { 'aws:TagKeys': 'team', 'sts:TransitiveTagKeys': 'team' },
    };
    const emulator = chain({ trust: trusting(ids.management, { Condition }) });
    expect(await assume(emulator, ids.management, desk)).toMatchObject({ status: 403 });
    expect(await assume(emulator, ids.management, desk, tags)).toMatchObject({ status: 200 });
    const more = { ...tags, 'Tags.member.2.Key': 'env', 'Tags.member.2.Value': 'prod' };
    expect(await assume(emulator, ids.management, desk, more)).toMatchObject({ status: 403 });
  });
});

describe('the source identity of a session', () => {
  const desk = `arn:aws:iam::${ids.member}:role/Desk`;
  const SourceIdentity = 'mary.major';
  const emulatorWith = (more: object = {}) =>
    emulatorOf({
      world: worldWith({
        member: { roles: [roleOf('Desk', trusting([ids.management, ids.member]), more)] },
      }),
    });

  it('is told, and a key of every call', async () => {
    const only = policyOf({ Condition: { StringEquals: { 'aws:SourceIdentity': SourceIdentity } } });
    const emulator = emulatorWith({ policies: [only] });
    const signer = await assume(emulator, ids.management, desk, { SourceIdentity });
    expect(textOf(signer.xml, 'SourceIdentity')).toBe(SourceIdentity);
    expect(await messageOf(emulator, signer, 'GetAlternateContact')).toMatch(/^No contact/);
  });

  it('goes on through every role, and cannot be changed', async () => {
    const emulator = emulatorWith();
    const first = await assume(emulator, ids.management, desk, { SourceIdentity });
    expect(textOf((await assume(emulator, first, desk)).xml, 'SourceIdentity')).toBe(SourceIdentity);
    expect(await assume(emulator, first, desk, { SourceIdentity })).toMatchObject({ status: 200 });
    const { status, xml } = await assume(emulator, first, desk, { SourceIdentity: 'john' });
    expect(status).toBe(403);
    expect(textOf(xml, 'Message')).toBe('The source identity is already set for this assume role session');
  });

  it('needs sts:SetSourceIdentity', async () => {
    const emulator = emulatorWith({ trust: trusting(ids.management, { Action: 'sts:AssumeRole' }) });
    const { xml } = await assume(emulator, ids.management, desk, { SourceIdentity });
    expect(textOf(xml, 'Message')).toBe(
      `User: arn:aws:iam::${ids.management}:user/administrator is not authorized to perform: sts:SetSourceIdentity on resource: ${desk}`,
    );
  });

  it('can be asked for by a trust policy', async () => {
    const Condition = { StringLike: { 'sts:SourceIdentity': 'mary*' } };
    const emulator = emulatorWith({ trust: trusting(ids.management, { Condition }) });
    expect(await assume(emulator, ids.management, desk)).toMatchObject({ status: 403 });
    expect(await assume(emulator, ids.management, desk, { SourceIdentity })).toMatchObject({ status: 200 });
  });
});

it('a denial names the session, and not its role', async () => {
  const emulator = emulatorOf();
  const signer = await assume(emulator, ids.management, role);
  expect(await account(emulator, signer).call('GetAlternateContact', { AlternateContactType: 'x' })).not.toMatchObject(
    denial(ids.member, 'GetAlternateContact'),
  );
  expect(await messageOf(emulator, signer, 'GetAlternateContact', { AlternateContactType: 'x' })).toBe(
    `User: ${session} is not authorized to perform: account:GetAlternateContact (You specified an invalid Alternate Contact type.)`,
  );
});
