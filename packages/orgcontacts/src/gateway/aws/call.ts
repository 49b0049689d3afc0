import { failed, ok, type Result } from '../../failure/failure.ts';
import { failureOf } from './failure-of.ts';

/** How long one call may take, in milliseconds, its body included: far above what AWS was ever seen to need. Own choice. */
const callDeadline = 30_000;

/** What the SDK is told with each call. */
export interface SendOptions {
  readonly abortSignal: AbortSignal;
}

/** Sends one call and gives its outcome as data: the answer read by `read`, or the failure. */
export const call = async <Answer, Value>(
  operation: string,
  send: (options: SendOptions) => Promise<Answer>,
  read: (answer: Answer) => Value,
  deadline = callDeadline,
): Promise<Result<Value>> => {
  let answer: Answer;
  try {
    answer = await send({ abortSignal: AbortSignal.timeout(deadline) });
  } catch (thrown) {
    return failed(failureOf(operation, thrown));
  }
  return ok(read(answer));
};

/** An answer of AWS that lacks what the service model promises; nothing sensible can follow, so it is thrown. */
export const promised = <Value>(value: Value | undefined, what: string): Value => {
  if (value === undefined) throw new Error(`AWS answered without ${what}.`);
  return value;
};
