import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';
import { policed, rootNotFound, rootResource, step } from './policies-parity.builder.ts';

const scp = { RootId: '${root}', PolicyType: 'SERVICE_CONTROL_POLICY' };

export const enablePolicyTypeParity: ParityScript = {
  operation: 'organizations:EnablePolicyType',
  cases: {
    'enables the type and attaches AWS’s own policy to everything': {
      touches: 'emulator',
      steps: [
        step('EnablePolicyType', scp, {
          gives: {
            Root: {
              Id: '${root}',
              Arn: 'arn:aws:organizations::${management}:root/${organization}/${root}',
              Name: 'Root',
              PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
            },
          },
        }),
        step('ListTargetsForPolicy', { PolicyId: 'p-FullAWSAccess' }, { gives: { Targets: { $length: 7 } } }),
      ],
    },
    'refuses a type that is enabled': {
      evidence: 'The sentence is reported by users',
      touches: 'emulator',
      emulator: policed,
      steps: [
        step('EnablePolicyType', scp, {
          refuses: refusal('PolicyTypeAlreadyEnabledException', 'The specified policy type is already enabled.'),
        }),
      ],
    },
    'refuses policies in an organization for billing only': {
      evidence: 'It needs all features (AWS docs); the wording was not observed',
      touches: 'emulator',
      emulator: { organization: { featureSet: 'CONSOLIDATED_BILLING' } },
      steps: [
        step('EnablePolicyType', scp, {
          refuses: { error: 'PolicyTypeNotAvailableForOrganizationException', status: 400 },
        }),
      ],
    },
    'refuses a type that there is not': refusedId(
      'EnablePolicyType',
      { ...scp, PolicyType: 'WRONG' },
      { error: 'InvalidInputException', status: 400, reason: 'INVALID_ENUM:POLICY_TYPE' },
    ),
    'does not know a root that is not there': refusedId(
      'EnablePolicyType',
      { ...scp, RootId: 'r-none1' },
      rootNotFound,
    ),
    ...valueRefusals('EnablePolicyType', scp, 'RootId', 'ROOT_ID', 'Root'),
    ...valueRefusals('EnablePolicyType', scp, 'PolicyType', 'POLICY_TYPE'),
    ...callerRefusals('EnablePolicyType', scp, 'management', rootResource),
  },
};
