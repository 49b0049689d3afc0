import { type Operation, ok } from '../../operation.ts';
import { anyMember, organizationOf } from './access.ts';
import { organizationShape } from './organization-shape.ts';
import { needsOn } from './organizations-needs.ts';

export const describeOrganization: Operation = {
  name: 'DescribeOrganization',
  fields: [],
  authorize: anyMember,
  needs: needsOn(),
  handle: (context) => ok({ Organization: organizationShape(context, organizationOf(context)) }),
};
