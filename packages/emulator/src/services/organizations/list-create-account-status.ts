import type { Operation } from '../../operation.ts';
import { managementOrDelegated } from './access.ts';
import { creationShape } from './creations.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';

export const listCreateAccountStatus: Operation = {
  name: 'ListCreateAccountStatus',
  fields: [{ name: 'States', type: 'list', values: ['IN_PROGRESS', 'SUCCEEDED', 'FAILED'] }, ...pageFields],
  authorize: managementOrDelegated,
  needs: needsOn(),
  handle: (context) => {
    const { world, input } = context;
    const wanted = Array.isArray(input['States']) && input['States'].length > 0 ? input['States'] : undefined;
    const creations = [...world.creations.values()].filter(({ state }) => wanted?.includes(state) ?? true);
    return pageOf(context, 'CreateAccountStatuses', creations, creationShape);
  },
};
