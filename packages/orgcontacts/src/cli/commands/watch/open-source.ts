import type { EventSource } from '../../../watch/event-source.ts';
import type { Io } from '../../io.ts';
import type { WatchCommandOptions } from './watch-options.ts';

/** Opens the source of events that the options name; null where they name none. Nothing is called yet. */
export const openSource = async (io: Io, options: WatchCommandOptions): Promise<EventSource | null> => {
  const { queue, events, profile, region } = options;
  if (events !== undefined) return (await import('../../../watch/sse-events.ts')).sseEvents(events, io.clock);
  if (queue === undefined) return null;
  const { sqsEvents } = await import('../../../watch/aws/sqs-events.ts');
  return sqsEvents({ queueUrl: queue, ...(profile && { profile }), ...(region && { region }) }, io.clock);
};
