import type { Emulator } from '../create-emulator.ts';
import type { Envelope } from './envelope.ts';

/** The events that an emulator shows, as its control address gives them. */
export const eventsOf = async (emulator: Emulator, query = ''): Promise<readonly Envelope[]> => {
  const reply = await emulator.fetch(new Request(`http://127.0.0.1/_emulator/events${query}`));
  // The form of the control address.
  const { events } = (await reply.json()) as { readonly events: readonly { readonly event: Envelope }[] };
  return events.map(({ event }) => event);
};

/** Their names, or their type where they have none. */
export const namesOf = async (emulator: Emulator, query = ''): Promise<readonly string[]> =>
  (await eventsOf(emulator, query)).map((event) => String(event.detail['eventName'] ?? event['detail-type']));
