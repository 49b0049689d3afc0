import fc from 'fast-check';
import { account, organizations, sts } from '../client.builder.ts';
import type { Emulator } from '../create-emulator.ts';
import { mary } from '../services/account/contacts.builder.ts';
import { ids } from '../world/worlds.builder.ts';

/** Something that changes a world, made from what the world holds by then; gives all that a caller was told. */
export type Write = (emulator: Emulator) => Promise<unknown>;

const anAccount = fc.constantFrom(ids.management, ids.delegated, ids.member, ids.suspended, ids.outsider);
const aUnit = fc.constantFrom(ids.root, ids.workloads, ids.sandbox);
const aName = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', 'B', ' ', 'ü', '"', '\n', '🙂') });

const onAccount = (name: string, input: fc.Arbitrary<object>): fc.Arbitrary<Write> =>
  input.map((given) => async (emulator) => {
    const { status, body } = await account(emulator, ids.management).call(name, { ...given });
    return { status, body };
  });

const onOrganization = (
  name: string,
  input: fc.Arbitrary<object>,
  caller: string = ids.management,
): fc.Arbitrary<Write> =>
  input.map((given) => async (emulator) => {
    const { status, body } = await organizations(emulator, caller).call(name, { ...given });
    return { status, body };
  });

const answerInvitation: Write = async (emulator) => {
  const [invitation] = emulator.snapshot().handshakes ?? [];
  const { status, body } = await organizations(emulator, ids.outsider).call('AcceptHandshake', {
    HandshakeId: invitation?.id ?? 'h-none0000',
  });
  return { status, body };
};

const assumeRole: Write = async (emulator) => {
  const arn = `arn:aws:iam::${ids.member}:role/OrganizationAccountAccessRole`;
  const form = `Action=AssumeRole&Version=2011-06-15&RoleSessionName=session&RoleArn=${encodeURIComponent(arn)}`;
  const { status, xml } = await sts(emulator, ids.management, form);
  return { status, xml: xml.replace(/<RequestId>.*<\/RequestId>/, '') };
};

const wait = fc.integer({ min: 1, max: 100_000_000 }).map(
  (advance): Write =>
    async (emulator) => {
      const request = new Request('http://127.0.0.1/_emulator/clock', {
        method: 'POST',
        body: JSON.stringify({ advance }),
      });
      return (await emulator.fetch(request)).json();
    },
);

/** Any write of any kind: pieces of accounts, the tree, what ends later, what gives out ids and secrets, and the clock. */
export const anyWrite: fc.Arbitrary<Write> = fc.oneof(
  onAccount(
    'PutAlternateContact',
    fc.record({ AlternateContactType: fc.constant('SECURITY'), AccountId: anAccount, Name: aName }).map((given) => ({
      ...mary,
      ...given,
    })),
  ),
  onAccount('PutAccountName', fc.record({ AccountId: anAccount, AccountName: aName })),
  onAccount(
    'EnableRegion',
    fc.record({ AccountId: anAccount, RegionName: fc.constantFrom('af-south-1', 'ap-east-1') }),
  ),
  onAccount(
    'StartPrimaryEmailUpdate',
    fc.record({ AccountId: anAccount, PrimaryEmail: fc.constant('aws+other@example.com') }),
  ),
  onOrganization(
    'TagResource',
    fc.record({ ResourceId: anAccount, Tags: fc.tuple(fc.record({ Key: aName, Value: aName })) }),
  ),
  onOrganization('MoveAccount', fc.record({ AccountId: anAccount, SourceParentId: aUnit, DestinationParentId: aUnit })),
  onOrganization('CreateOrganizationalUnit', fc.record({ ParentId: aUnit, Name: aName })),
  onOrganization(
    'CreateAccount',
    fc.record({ Email: fc.constantFrom('a1@example.com', 'a2@example.com'), AccountName: fc.constant('new') }),
  ),
  onOrganization('InviteAccountToOrganization', fc.constant({ Target: { Type: 'ACCOUNT', Id: ids.outsider } })),
  onOrganization('CloseAccount', fc.record({ AccountId: anAccount })),
  onOrganization('LeaveOrganization', fc.constant({}), ids.outsider),
  fc.constant(answerInvitation),
  fc.constant(assumeRole),
  wait,
);
