import type { ParityScript } from '../../parity/script.ts';
import { invitation } from './handshakes-parity.builder.ts';
import { callerRefusals, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';

const name = 'InviteAccountToOrganization';
const target = { Target: { Type: 'ACCOUNT', Id: '${outsider}' } };

export const inviteAccountToOrganizationParity: ParityScript = {
  operation: 'organizations:InviteAccountToOrganization',
  cases: {
    'opens a handshake that can be answered for 15 days': {
      touches: 'emulator',
      steps: [
        {
          ...invitation,
          gives: {
            Handshake: {
              Id: { $matches: '^h-[0-9a-z]{8,32}$' },
              State: 'OPEN',
              Action: 'INVITE',
              Resources: [
                {
                  Type: 'ORGANIZATION',
                  Value: '${organization}',
                  Resources: { $contains: [{ Type: 'ORGANIZATION_FEATURE_SET', Value: 'ALL' }] },
                },
                { Type: 'ACCOUNT', Value: '${outsider}' },
                { Type: 'NOTES', Value: 'joining' },
              ],
            },
          },
        },
      ],
    },
    'takes an e-mail address for the account': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'organizations:InviteAccountToOrganization',
          input: { Target: { Type: 'EMAIL', Id: 'aws+outsider@example.com' } },
          gives: {
            Handshake: {
              Parties: [{ Type: 'ORGANIZATION' }, { Type: 'EMAIL', Id: 'aws+outsider@example.com' }],
            },
          },
        },
      ],
    },
    // Observed on live AWS.
    'refuses an account that is in an organization': refusedId(
      name,
      { Target: { Type: 'ACCOUNT', Id: '${member}' } },
      refusal(
        'HandshakeConstraintViolationException',
        'The AWS account is already a member of an organization.',
        'ALREADY_IN_AN_ORGANIZATION',
      ),
    ),
    'refuses to invite an account twice': {
      touches: 'emulator',
      steps: [
        invitation,
        {
          as: 'management',
          call: 'organizations:InviteAccountToOrganization',
          input: { Target: { Type: 'EMAIL', Id: 'AWS+outsider@example.com' } },
          refuses: refusal(
            'DuplicateHandshakeException',
            'A handshake with the same action and target already exists.',
          ),
        },
      ],
    },
    'refuses an invitation for which there is no place': {
      evidence: 'The reason is of the service model, the wording was not observed',
      touches: 'emulator',
      emulator: { organization: { accountQuota: 4 } },
      steps: [
        {
          as: 'management',
          call: 'organizations:InviteAccountToOrganization',
          input: target,
          refuses: {
            error: 'HandshakeConstraintViolationException',
            status: 400,
            reason: 'ACCOUNT_NUMBER_LIMIT_EXCEEDED',
          },
        },
      ],
    },
    'refuses a target that is an organization': refusedId(
      name,
      { Target: { Type: 'ORGANIZATION', Id: '${organization}' } },
      { error: 'InvalidInputException', status: 400, reason: 'INVALID_PARTY_TYPE_TARGET' },
    ),
    'refuses ids and addresses that are none': {
      touches: 'emulator',
      steps: (
        [
          ['ACCOUNT', '12345', 'INVALID_PATTERN_TARGET_ID'],
          ['EMAIL', 'no address', 'INVALID_EMAIL_ADDRESS_TARGET'],
        ] as const
      ).map(([Type, Id, reason]) => ({
        as: 'management',
        call: 'organizations:InviteAccountToOrganization',
        input: { Target: { Type, Id } },
        refuses: { error: 'InvalidInputException', status: 400, reason },
      })),
    },
    ...valueRefusals(name, target, 'Target', 'TARGET'),
    ...callerRefusals(name, target, 'management', 'account/${organization}/${outsider}'),
  },
};
