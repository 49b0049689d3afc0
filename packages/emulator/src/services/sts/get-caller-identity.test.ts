import { describe, expect, it } from 'vitest';
import { sts } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { accessRoleOf, assume, maryKey, policyOf, textOf, userOf, worldWith } from './assume-role.builder.ts';

const identityOf = (id: string): string =>
  '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
  `<Arn>arn:aws:iam::${id}:user/administrator</Arn><UserId>AIDA${id}ADMIN</UserId><Account>${id}</Account>` +
  '</GetCallerIdentityResult><ResponseMetadata><RequestId>';

describe('GetCallerIdentity', () => {
  it.each([ids.management, ids.member, ids.suspended, ids.outsider])('says who %s is', async (id) => {
    const { status, xml } = await sts(emulatorOf(), id);
    expect(status).toBe(200);
    expect(xml.startsWith(identityOf(id))).toBe(true);
  });

  it('takes a key that is no account id for the default account', async () => {
    const { xml } = await sts(emulatorOf(), 'AKIDEXAMPLE');
    expect(xml).toContain(`<Account>${ids.management}</Account>`);
  });

  it('refuses the key of an account that is not there', async () => {
    const { status, xml } = await sts(emulatorOf(), ids.unknown);
    expect(status).toBe(403);
    expect(xml).toContain(
      '<Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>The security token included in the request is invalid.</Message></Error>',
    );
  });

  it('says who a declared user is, always with the same id', async () => {
    const world = worldWith({ member: { users: [userOf('mary', maryKey)] } });
    const { xml } = await sts(emulatorOf({ world }), maryKey);
    expect(textOf(xml, 'Arn')).toBe(`arn:aws:iam::${ids.member}:user/mary`);
    expect(textOf(xml, 'UserId')).toMatch(/^AIDA[A-Z2-7]{17}$/);
    expect(textOf(xml, 'Account')).toBe(ids.member);
    expect(textOf((await sts(emulatorOf({ world }), maryKey)).xml, 'UserId')).toBe(textOf(xml, 'UserId'));
  });

  it('says who a role session is', async () => {
    const emulator = emulatorOf();
    const session = await assume(emulator, ids.management, accessRoleOf(ids.member), { RoleSessionName: 'desk@1' });
    const { xml } = await sts(emulator, session);
    expect(textOf(xml, 'Arn')).toBe(`arn:aws:sts::${ids.member}:assumed-role/OrganizationAccountAccessRole/desk@1`);
    expect(textOf(xml, 'UserId')).toBe(textOf(session.xml, 'AssumedRoleId'));
  });

  it('cannot be denied', async () => {
    const deny = policyOf({ Effect: 'Deny' });
    const world = worldWith({ member: { users: [userOf('mary', maryKey, { policies: [deny], boundary: deny })] } });
    expect((await sts(emulatorOf({ world }), maryKey)).status).toBe(200);
  });
});
