import { failed, ok, type Result } from '../../failure/failure.ts';
import { failureOf } from './failure-of.ts';

/** Sends one call and gives its outcome as data: the answer read by `read`, or the failure. */
export const call = async <Answer, Value>(
  operation: string,
  send: () => Promise<Answer>,
  read: (answer: Answer) => Value,
): Promise<Result<Value>> => {
  let answer: Answer;
  try {
    answer = await send();
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
