import { type Operation, ok } from '../../operation.ts';
import { managementOrDelegated } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { policyIdField, withPolicy } from './policy-field.ts';
import { policyShape } from './policy-shape.ts';

export const describePolicy: Operation = {
  name: 'DescribePolicy',
  fields: [policyIdField],
  authorize: managementOrDelegated,
  needs: needsOn('PolicyId'),
  handle: (context) => withPolicy(context, (policy) => ok({ Policy: policyShape(context, policy) })),
};
