import type { Operation } from '../../operation.ts';
import { managementOrDelegated, organizationOf } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';
import { seconds } from './shapes.ts';

export const listAwsServiceAccessForOrganization: Operation = {
  name: 'ListAWSServiceAccessForOrganization',
  fields: pageFields,
  authorize: managementOrDelegated,
  needs: needsOn(),
  handle: (context) =>
    pageOf(context, 'EnabledServicePrincipals', organizationOf(context).trustedServices, ({ service, since }) => ({
      ServicePrincipal: service,
      DateEnabled: seconds(since),
    })),
};
