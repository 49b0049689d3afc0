import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusedId, valueRefusals } from './organizations-refusals.builder.ts';
import { policed, rootNotFound, rootResource, step, typeNotEnabled } from './policies-parity.builder.ts';

const scp = { RootId: '${root}', PolicyType: 'SERVICE_CONTROL_POLICY' };

export const disablePolicyTypeParity: ParityScript = {
  operation: 'organizations:DisablePolicyType',
  cases: {
    'detaches everything, for good': {
      touches: 'emulator',
      emulator: policed,
      steps: [
        step('AttachPolicy', { PolicyId: 'p-example001', TargetId: '${member}' }, { gives: {} }),
        step('DisablePolicyType', scp, { gives: { Root: { Id: '${root}', PolicyTypes: [] } } }),
        step('ListRoots', {}, { gives: { Roots: [{ PolicyTypes: [] }] } }),
        step('EnablePolicyType', scp, { gives: { Root: { Id: '${root}' } } }),
        step('ListTargetsForPolicy', { PolicyId: 'p-example001' }, { gives: { Targets: [] } }),
      ],
    },
    'refuses a type that is not enabled': refusedId('DisablePolicyType', scp, typeNotEnabled),
    'refuses a type that there is not': refusedId(
      'DisablePolicyType',
      { ...scp, PolicyType: 'WRONG' },
      { error: 'InvalidInputException', status: 400, reason: 'INVALID_ENUM:POLICY_TYPE' },
    ),
    'does not know a root that is not there': refusedId(
      'DisablePolicyType',
      { ...scp, RootId: 'r-none1' },
      rootNotFound,
    ),
    ...valueRefusals('DisablePolicyType', scp, 'RootId', 'ROOT_ID', 'Root'),
    ...valueRefusals('DisablePolicyType', scp, 'PolicyType', 'POLICY_TYPE'),
    ...callerRefusals('DisablePolicyType', scp, 'management', rootResource),
  },
};
