import { failed } from '../failure/failure.ts';
import type { ContactGateway, Gateway } from './gateway.ts';

/** Why nothing may be written now; undefined when it may. */
export type ReadPause = () => Promise<string | undefined>;

/**
 * Wraps a gateway so that a pause is looked for right before every write goes out. To be wrapped by `pacedGateway`, and not around it: between
 * the turn of a call and the look nothing waits. A paused write is a failure of the kind `paused`, and a run stops at the first one.
 *
 * @example
 * ```ts
 * import { type Gateway, makePacer, pacedGateway, pausable, realClock as clock } from 'orgcontacts';
 *
 * const stoppable = (gateway: Gateway, readPause: () => Promise<string | undefined>): Gateway =>
 *   pacedGateway(pausable(gateway, readPause), { pacer: makePacer({}, clock), clock, random: Math.random });
 * ```
 */
export const pausable = (gateway: Gateway, readPause: ReadPause): Gateway => ({
  ...gateway,
  // A getter of the endpoint must not be read before a call told it.
  get endpoint() {
    return gateway.endpoint;
  },
  ...pausableContacts(gateway, readPause),
});

const pausableContacts = (
  gateway: ContactGateway,
  readPause: ReadPause,
): Omit<ContactGateway, 'getContact' | 'forItem'> => ({
  putContact: async (target, type, contact) => {
    const because = await readPause();
    return because === undefined
      ? gateway.putContact(target, type, contact)
      : failed({ kind: 'paused', operation: 'account:PutAlternateContact', code: 'Paused', message: because });
  },
  deleteContact: async (target, type) => {
    const because = await readPause();
    return because === undefined
      ? gateway.deleteContact(target, type)
      : failed({ kind: 'paused', operation: 'account:DeleteAlternateContact', code: 'Paused', message: because });
  },
});
