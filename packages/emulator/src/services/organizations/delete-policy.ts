import { type Operation, ok, refuse } from '../../operation.ts';
import { managementOnly, organizationsError } from './access.ts';
import { targetsOf } from './attachments.ts';
import { needsOn } from './organizations-needs.ts';
import { policyIdField, withOwnPolicy } from './policy-field.ts';

export const deletePolicy: Operation = {
  name: 'DeletePolicy',
  fields: [policyIdField],
  authorize: managementOnly,
  needs: needsOn('PolicyId'),
  handle: (context) =>
    withOwnPolicy(context, ({ id }) => {
      if (targetsOf(context, id).length > 0) return refuse(inUse);
      context.world.policies.delete(id);
      return ok();
    }),
};

/** Observed on live AWS. */
const inUse = organizationsError('PolicyInUseException', 'The specified policy is in use and cannot be deleted.');
