import type { Gateway } from 'orgcontacts';
import { keys, type Objects } from './objects.ts';

/** Somebody paused the deployment: nothing more is written. */
export class Paused extends Error {
  override readonly name = 'Paused';
}

/** Whether somebody paused the deployment. */
export const isPaused = async (objects: Pick<Objects, 'get'>): Promise<boolean> =>
  (await objects.get(keys.paused)) !== undefined;

/** A gateway that looks for the pause before every write, and throws `Paused` instead of calling. */
export const stoppedByPause = (gateway: Gateway, objects: Pick<Objects, 'get'>): Gateway => {
  const unlessPaused = async <Value>(call: () => Promise<Value>): Promise<Value> => {
    if (await isPaused(objects)) throw new Paused('Somebody paused the deployment; nothing more is written.');
    return call();
  };
  return {
    ...gateway,
    // A getter of the endpoint must not be read before a call told it.
    get endpoint() {
      return gateway.endpoint;
    },
    putContact: (target, type, contact) => unlessPaused(() => gateway.putContact(target, type, contact)),
    deleteContact: (target, type) => unlessPaused(() => gateway.deleteContact(target, type)),
  };
};
