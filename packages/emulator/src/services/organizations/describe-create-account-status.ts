import { type Operation, ok, refuse } from '../../operation.ts';
import { managementOrDelegated, organizationsError } from './access.ts';
import { creationShape } from './creations.ts';
import { needsOn } from './organizations-needs.ts';

export const describeCreateAccountStatus: Operation = {
  name: 'DescribeCreateAccountStatus',
  fields: [{ name: 'CreateAccountRequestId', type: 'string', required: true, max: 36, pattern: 'car-[a-z0-9]{8,32}' }],
  authorize: managementOrDelegated,
  needs: needsOn(),
  handle: ({ world, input }) => {
    const creation = world.creations.get(String(input['CreateAccountRequestId']));
    return creation ? ok({ CreateAccountStatus: creationShape(creation) }) : refuse(notFound);
  },
};

const notFound = organizationsError(
  'CreateAccountStatusNotFoundException',
  "You specified a create account status request that doesn't exist.",
);
