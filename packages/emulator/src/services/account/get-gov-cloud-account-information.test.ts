import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { denial, invalid, refused } from './contacts.builder.ts';
import { worldWhere } from './settings.builder.ts';

const read = (caller: string, input = {}, more = {}) =>
  account(emulatorOf({ world: worldWhere(ids.member, more) }), caller).call('GetGovCloudAccountInformation', input);

const linked = { govCloud: { accountId: '333344445555', state: 'PENDING_ACTIVATION' } };
const answer = { status: 200, body: { GovCloudAccountId: '333344445555', AccountState: 'PENDING_ACTIVATION' } };

describe('GetGovCloudAccountInformation', () => {
  it('shows the linked account, by the id of the standard one or to that itself', async () => {
    expect(await read(ids.management, { StandardAccountId: ids.member }, linked)).toMatchObject(answer);
    expect(await read(ids.delegated, { StandardAccountId: ids.member }, linked)).toMatchObject(answer);
    expect(await read(ids.member, {}, linked)).toMatchObject(answer);
  });

  it('answers 404 where nothing is linked', async () => {
    expect(await read(ids.member)).toMatchObject(
      refused(404, 'ResourceNotFoundException', 'No GovCloud account is linked to the account.'),
    );
  });

  it('answers 424 where the standard account is not active', async () => {
    expect(await read(ids.management, { StandardAccountId: ids.suspended })).toMatchObject(
      refused(424, 'ResourceUnavailableException', 'The standard account is not active.'),
    );
  });

  it('knows no AccountId, and ignores one', async () => {
    expect(await read(ids.member, { AccountId: ids.management }, linked)).toMatchObject(answer);
  });

  it('keeps the rules of who reaches whom', async () => {
    expect(await read(ids.member, { StandardAccountId: ids.member }, linked)).toMatchObject(
      denial(ids.member, 'GetGovCloudAccountInformation'),
    );
    expect(await read(ids.management, { StandardAccountId: ids.management })).toMatchObject(
      denial(
        ids.management,
        'GetGovCloudAccountInformation',
        ' (The management account can only be managed using the standalone context from the management account.)',
      ),
    );
    expect(await read(ids.management, { StandardAccountId: '1' })).toMatchObject(
      invalid('[ECMA 262 regex "^\\d{12}$" does not match input string "1"]'),
    );
  });
});
