import { type Operation, refuse } from '../../operation.ts';
import { isRecipient } from './handshake-field.ts';
import { filtered, filterField, filterProblem } from './handshake-filter.ts';
import { handshakeShape } from './handshake-shape.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';

/** Lists what the caller's account was asked, also outside an organization. */
export const listHandshakesForAccount: Operation = {
  name: 'ListHandshakesForAccount',
  fields: [filterField, ...pageFields],
  authorize: () => undefined,
  needs: needsOn(),
  handle: (context) => {
    const problem = filterProblem(context);
    if (problem) return refuse(problem);
    const received = filtered(context, (handshake) => handshake.to !== undefined && isRecipient(context, handshake));
    return pageOf(context, 'Handshakes', received, handshakeShape);
  },
};
