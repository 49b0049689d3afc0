import type { Operation } from '../../operation.ts';
import { managementOrDelegated } from './access.ts';
import { targetsOf } from './attachments.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';
import { policyIdField, withPolicy } from './policy-field.ts';
import { targetShape } from './policy-shape.ts';

export const listTargetsForPolicy: Operation = {
  name: 'ListTargetsForPolicy',
  fields: [policyIdField, ...pageFields],
  authorize: managementOrDelegated,
  needs: needsOn('PolicyId'),
  handle: (context) =>
    withPolicy(context, ({ id }) =>
      pageOf(context, 'Targets', targetsOf(context, id), (target) => targetShape(context, target)),
    ),
};
