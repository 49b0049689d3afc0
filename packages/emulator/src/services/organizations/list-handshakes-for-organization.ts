import { type Operation, refuse } from '../../operation.ts';
import { managementOrDelegated, organizationOf } from './access.ts';
import { filtered, filterField, filterProblem } from './handshake-filter.ts';
import { handshakeShape } from './handshake-shape.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';

/** Lists what the organization asked. */
export const listHandshakesForOrganization: Operation = {
  name: 'ListHandshakesForOrganization',
  fields: [filterField, ...pageFields],
  authorize: managementOrDelegated,
  needs: needsOn(),
  handle: (context) => {
    const problem = filterProblem(context);
    if (problem) return refuse(problem);
    const { id } = organizationOf(context);
    return pageOf(
      context,
      'Handshakes',
      filtered(context, ({ from }) => from.organizationId === id),
      handshakeShape,
    );
  },
};
