import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals } from './organizations-refusals.builder.ts';

const billing = {
  featureSet: 'CONSOLIDATED_BILLING' as const,
  trustedServices: [],
  delegatedAdministrators: [],
};
const enable = 'organizations:EnableAllFeatures' as const;

export const enableAllFeaturesParity: ParityScript = {
  operation: 'organizations:EnableAllFeatures',
  cases: {
    'asks invited accounts, and is finished by the management account': {
      touches: 'emulator',
      emulator: { organization: billing, accounts: { member: { joinedMethod: 'INVITED' } } },
      steps: [
        {
          as: 'management',
          call: enable,
          gives: { Handshake: { Action: 'ENABLE_ALL_FEATURES', State: 'REQUESTED' } },
          keep: { parent: 'Handshake.Id' },
        },
        {
          as: 'management',
          call: 'organizations:AcceptHandshake',
          input: { HandshakeId: '${parent}' },
          refuses: { error: 'InvalidHandshakeTransitionException', status: 400 },
        },
        {
          as: 'member',
          call: 'organizations:ListHandshakesForAccount',
          gives: {
            Handshakes: [
              {
                Action: 'APPROVE_ALL_FEATURES',
                State: 'OPEN',
                Resources: { $contains: [{ Type: 'PARENT_HANDSHAKE', Value: '${parent}' }] },
              },
            ],
          },
          keep: { child: 'Handshakes.0.Id' },
        },
        { as: 'member', call: 'organizations:AcceptHandshake', input: { HandshakeId: '${child}' } },
        {
          as: 'management',
          call: 'organizations:DescribeHandshake',
          input: { HandshakeId: '${parent}' },
          gives: { Handshake: { State: 'OPEN' } },
        },
        { as: 'management', call: 'organizations:AcceptHandshake', input: { HandshakeId: '${parent}' } },
        {
          as: 'management',
          call: 'organizations:DescribeOrganization',
          gives: { Organization: { FeatureSet: 'ALL' } },
        },
      ],
    },
    'refuses what is there already': {
      evidence: 'The reason is of the service model, the wording was not observed',
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: enable,
          refuses: {
            error: 'HandshakeConstraintViolationException',
            status: 400,
            reason: 'ORGANIZATION_ALREADY_HAS_ALL_FEATURES',
          },
        },
      ],
    },
    'refuses to begin twice, and invitations meanwhile': {
      touches: 'emulator',
      emulator: { organization: billing },
      steps: [
        { as: 'management', call: enable, gives: { Handshake: { State: 'OPEN' } } },
        {
          as: 'management',
          call: enable,
          refuses: {
            error: 'HandshakeConstraintViolationException',
            status: 400,
            reason: 'ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION',
          },
        },
        {
          as: 'management',
          call: 'organizations:InviteAccountToOrganization',
          input: { Target: { Type: 'ACCOUNT', Id: '${outsider}' } },
          refuses: {
            error: 'HandshakeConstraintViolationException',
            status: 400,
            reason: 'INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES',
          },
        },
      ],
    },
    ...callerRefusals('EnableAllFeatures', {}, 'management'),
  },
};
