import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, pageRefusals, pageSizeRefusals } from './organizations-refusals.builder.ts';

export const listAwsServiceAccessForOrganizationParity: ParityScript = {
  operation: 'organizations:ListAWSServiceAccessForOrganization',
  cases: {
    // It has trusted access for Account Management, or no delegated administrator could call.
    'lists the services that have access': {
      touches: 'reads',
      steps: (['management', 'delegated'] as const).map((as) => ({
        as,
        call: 'organizations:ListAWSServiceAccessForOrganization',
        gives: {
          EnabledServicePrincipals: {
            $contains: [{ ServicePrincipal: 'account.amazonaws.com', DateEnabled: { $time: 'any' } }],
          },
        },
      })),
    },
    ...pageRefusals('ListAWSServiceAccessForOrganization'),
    ...pageSizeRefusals('ListAWSServiceAccessForOrganization'),
    ...callerRefusals('ListAWSServiceAccessForOrganization', {}, 'management or delegated'),
  },
};
