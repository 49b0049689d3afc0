import { type Operation, ok, refuse } from '../../operation.ts';
import { managementOnly, organizationOf, organizationsError } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { servicePrincipalField } from './service-principal-field.ts';

export const disableAwsServiceAccess: Operation = {
  name: 'DisableAWSServiceAccess',
  fields: [servicePrincipalField],
  authorize: managementOnly,
  needs: needsOn(),
  handle: (context) => {
    const organization = organizationOf(context);
    const service = context.input['ServicePrincipal'];
    if (organization.delegatedAdministrators.some((each) => each.service === service)) return refuse(stillDelegated);
    organization.trustedServices = organization.trustedServices.filter((each) => each.service !== service);
    return ok();
  },
};

/** The reason is of the service model; the wording was not observed. */
const stillDelegated = organizationsError(
  'ConstraintViolationException',
  'You must deregister all delegated administrators for this service before you disable service access.',
  'DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE',
);
