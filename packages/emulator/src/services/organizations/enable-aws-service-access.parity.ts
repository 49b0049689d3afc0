import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';

const service = { ServicePrincipal: 'account.amazonaws.com' };

export const enableAwsServiceAccessParity: ParityScript = {
  operation: 'organizations:EnableAWSServiceAccess',
  cases: {
    'gives a service access, and doing it twice changes nothing': {
      touches: 'emulator',
      emulator: { organization: { trustedServices: [], delegatedAdministrators: [] } },
      steps: [
        { as: 'management', call: 'organizations:EnableAWSServiceAccess', input: service, gives: {} },
        { as: 'management', call: 'organizations:EnableAWSServiceAccess', input: service, gives: {} },
        {
          as: 'management',
          call: 'organizations:ListAWSServiceAccessForOrganization',
          gives: { EnabledServicePrincipals: [{ ...service, DateEnabled: { $time: 'any' } }] },
        },
      ],
    },
    'needs an organization with all features': {
      evidence: 'The reason is of the service model; the wording was not observed',
      ...refusedId(
        'EnableAWSServiceAccess',
        service,
        refusal(
          'ConstraintViolationException',
          'The organization must have all features enabled.',
          'ORGANIZATION_NOT_IN_ALL_FEATURES_MODE',
        ),
      ),
      emulator: {
        organization: { featureSet: 'CONSOLIDATED_BILLING', trustedServices: [], delegatedAdministrators: [] },
      },
    },
    ...valueRefusals('EnableAWSServiceAccess', service, 'ServicePrincipal', 'SERVICE_PRINCIPAL', 'no service'),
    ...callerRefusals('EnableAWSServiceAccess', service, 'management'),
  },
};
