import { type Operation, ok, refuse } from '../../operation.ts';
import { managementOnly, organizationOf, organizationsError } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { servicePrincipalField } from './service-principal-field.ts';

/** Doing it twice changes nothing. It needs an organization with all features (AWS docs). */
export const enableAwsServiceAccess: Operation = {
  name: 'EnableAWSServiceAccess',
  fields: [servicePrincipalField],
  authorize: managementOnly,
  needs: needsOn(),
  handle: (context) => {
    const { featureSet, trustedServices } = organizationOf(context);
    if (featureSet !== 'ALL') return refuse(needsAllFeatures);
    const service = String(context.input['ServicePrincipal']);
    if (!trustedServices.some((each) => each.service === service)) {
      trustedServices.push({ service, since: new Date(context.now).toISOString() });
    }
    return ok();
  },
};

const needsAllFeatures = organizationsError(
  'ConstraintViolationException',
  'The organization must have all features enabled.',
  'ORGANIZATION_NOT_IN_ALL_FEATURES_MODE',
);
