import { createHash } from 'node:crypto';
import { isOwn, type OwnMark, parseEvent, type Signal } from 'orgcontacts';
import { renderMetrics } from '../work/metrics.ts';
import type { Tools } from '../work/tools.ts';

/** A batch of messages, as Lambda hands it over from SQS. */
export interface Messages {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

/** Which messages of a batch have to come again. */
export interface Failures {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** What the function is made with. */
export interface NoticeTools extends Pick<Tools, 'clock' | 'print'> {
  /** The account of the deployment. */
  readonly account: string;
  /** By what the deployment's own writes are known. */
  readonly own: readonly OwnMark[];
  /** Starts an execution, once for each name. */
  readonly start: (name: string, signals: readonly Signal[]) => Promise<void>;
}

/**
 * Makes the function that takes events from the queue and starts one execution for all that is about accounts in them. Events that ask for
 * nothing, and those of the deployment's own writes, are dropped; what is no JSON comes again, until it lies among the dead letters for a person
 * to look at. Rejects when the execution could not be started: then all of them come again.
 */
export const makeNoticeHandler =
  ({ account, own, start, clock, print }: NoticeTools) =>
  async ({ Records }: Messages): Promise<Failures> => {
    const read = Records.map(({ messageId, body }) => ({ messageId, event: parseJson(body) }));
    const signals = read.flatMap(({ event }) => (event === undefined ? [] : signalsIn(event, own)));
    if (signals.length > 0) await start(nameOf(signals), signals);
    print(renderMetrics(account, { Events: signals.length }, clock.now()));
    const broken = read.filter(({ event }) => event === undefined);
    return { batchItemFailures: broken.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };

const signalsIn = (event: unknown, own: readonly OwnMark[]): readonly Signal[] => {
  const parsed = parseEvent(event);
  if (parsed.kind === 'ignored' || own.some((mark) => isOwn(parsed.signal, mark))) return [];
  // Who did it was looked at; it need not travel on.
  return [{ ...parsed.signal, by: { arn: null, userAgent: null } }];
};

/** The same events give the same name, in whatever order they come: Step Functions starts an execution of one name once only. */
const nameOf = (signals: readonly Signal[]): string => {
  const ids = signals.map(({ id }) => id).sort();
  return `events-${createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 32)}`;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
