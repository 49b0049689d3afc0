import type { Message, SQSClient } from '@aws-sdk/client-sqs';
import type { Clock } from '../../pace/clock.ts';
import type { EventSource } from '../event-source.ts';
import { makeLink } from '../link.ts';

/** Which queue, and how to call; whatever is left out the SDK decides as every AWS tool does. */
export interface QueuePlace {
  readonly queueUrl: string;
  readonly profile?: string;
  readonly region?: string;
  readonly endpoint?: string;
}

/** How long one call waits for messages, in seconds: the longest that SQS allows (AWS docs: long polling). */
const waitSeconds = 20;
/** How long to wait after a call that failed, in milliseconds. Own choice. */
const pause = 5_000;

/**
 * Takes events from a queue that a rule of EventBridge fills. A message is deleted once it was taken; one that nobody took comes again when
 * its visibility ends, and a message that is no event is deleted with the others. The SDK is loaded when it listens.
 */
export const sqsEvents = (place: QueuePlace, clock: Clock): EventSource => ({
  place: place.queueUrl,
  listen: async (take, _cursor, signal) => {
    const sdk = await import('@aws-sdk/client-sqs');
    const client = makeClient(sdk, place);
    const link = makeLink(take);
    while (!signal.aborted) {
      const received = await receive(sdk, client, place.queueUrl, signal);
      if (signal.aborted) break;
      if (typeof received === 'string') {
        await link.lost(received);
        await clock.sleep(pause, signal).catch(() => {});
        continue;
      }
      await link.back();
      for (const { Body } of received) await take({ kind: 'event', event: parse(Body), cursor: null });
      await deleteAll(sdk, client, place.queueUrl, received);
    }
    client.destroy();
  },
});

type Sdk = typeof import('@aws-sdk/client-sqs');

const makeClient = ({ SQSClient }: Sdk, { queueUrl, profile, region, endpoint }: QueuePlace): SQSClient =>
  new SQSClient({
    region: region ?? regionIn(queueUrl),
    ...(profile && { profile }),
    ...(endpoint && { endpoint }),
  });

/** The region stands in the address of a queue: `https://sqs.eu-west-1.amazonaws.com/222233334444/contacts`. */
const regionIn = (url: string): string => /\bsqs\.([a-z0-9-]+)\.amazonaws\./.exec(url)?.[1] ?? 'us-east-1';

/** The next messages, or why there are none to be had. */
const receive = async (
  sdk: Sdk,
  client: SQSClient,
  QueueUrl: string,
  abortSignal: AbortSignal,
): Promise<readonly Message[] | string> => {
  try {
    const command = new sdk.ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: waitSeconds });
    return (await client.send(command, { abortSignal })).Messages ?? [];
  } catch (thrown) {
    return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  }
};

/** What could not be deleted comes again, and is known again. */
const deleteAll = async (
  sdk: Sdk,
  client: SQSClient,
  QueueUrl: string,
  messages: readonly Message[],
): Promise<void> => {
  const Entries = messages.flatMap(({ ReceiptHandle }, index) =>
    ReceiptHandle === undefined ? [] : [{ Id: String(index), ReceiptHandle }],
  );
  if (Entries.length === 0) return;
  await client.send(new sdk.DeleteMessageBatchCommand({ QueueUrl, Entries })).catch(() => {});
};

/** What is no JSON is no event either, and is ignored as such. */
const parse = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};
