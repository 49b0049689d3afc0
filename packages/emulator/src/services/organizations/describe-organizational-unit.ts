import { type Operation, ok } from '../../operation.ts';
import { managementOrDelegated } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { unitShape } from './shapes.ts';
import { unitIdField, withUnit } from './unit-field.ts';

export const describeOrganizationalUnit: Operation = {
  name: 'DescribeOrganizationalUnit',
  fields: [unitIdField],
  authorize: managementOrDelegated,
  needs: needsOn('OrganizationalUnitId'),
  handle: (context) => withUnit(context, (unit) => ok({ OrganizationalUnit: unitShape(context, unit) })),
};
