import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';

const service = { ServicePrincipal: 'account.amazonaws.com' };

export const disableAwsServiceAccessParity: ParityScript = {
  operation: 'organizations:DisableAWSServiceAccess',
  cases: {
    'takes the access of a service': {
      touches: 'emulator',
      emulator: { organization: { delegatedAdministrators: [] } },
      steps: [
        { as: 'management', call: 'organizations:DisableAWSServiceAccess', input: service, gives: {} },
        {
          as: 'management',
          call: 'organizations:ListAWSServiceAccessForOrganization',
          gives: { EnabledServicePrincipals: [] },
        },
      ],
    },
    // The reason is of the service model; the wording was not observed.
    'refuses while a delegated administrator is registered for the service': refusedId(
      'DisableAWSServiceAccess',
      service,
      refusal(
        'ConstraintViolationException',
        'You must deregister all delegated administrators for this service before you disable service access.',
        'DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE',
      ),
    ),
    ...valueRefusals('DisableAWSServiceAccess', service, 'ServicePrincipal', 'SERVICE_PRINCIPAL', 'no service'),
    ...callerRefusals('DisableAWSServiceAccess', service, 'management'),
  },
};
