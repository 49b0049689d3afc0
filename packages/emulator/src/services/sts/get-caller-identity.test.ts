import { describe, expect, it } from 'vitest';
import { sts } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';

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
});
