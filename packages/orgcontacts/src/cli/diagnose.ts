import type { Diagnose } from '../apply/denials.ts';
import type { Caller } from '../caller/caller.ts';
import { reach } from '../caller/reach.ts';
import type { AccountId } from '../contact/account-id.ts';
import { causeOfDenial, commonCause, type Diagnosis } from '../doctor/cause-of-denial.ts';
import { observeFacts } from '../doctor/observe-facts.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { Failure } from '../failure/failure.ts';
import type { Gateway } from '../gateway/gateway.ts';

/** Looks at the facts behind a denial in a run: is the caller still who it was, and is something in the way of every account? */
export const makeDiagnose =
  (gateway: Gateway, caller: Caller): Diagnose =>
  async () => {
    const facts = await observeFacts(gateway, 'what-decides');
    const { identity } = facts;
    if (identity.kind === 'failed') return { kind: 'everything', because: describeFailure(identity.failure) };
    const now = identity.value.accountId;
    if (now !== caller.accountId)
      return { kind: 'everything', because: `the caller was ${caller.accountId}, and is ${now} now` };
    // An ordinary member names no account, so that nothing of the organization can be in its way.
    const cause = caller.role === 'member' ? undefined : commonCause(facts);
    return cause === undefined || cause.cause === 'cannot-tell'
      ? { kind: 'unclear' }
      : { kind: 'everything', because: textOf(cause) };
  };

/** Says why a call about a contact of this account failed: the cause where the facts tell it, and else what AWS said. */
export const explainFailure = async (
  gateway: Gateway,
  caller: Caller,
  accountId: AccountId,
  failure: Failure,
): Promise<string> => {
  const reached = reach(caller, accountId);
  if (failure.kind !== 'denied' || reached.kind === 'unreachable') return describeFailure(failure);
  const facts = await observeFacts(gateway, 'what-decides');
  const diagnosis = causeOfDenial(facts, { target: reached.target, failure });
  return diagnosis.cause === 'cannot-tell' ? describeFailure(failure) : textOf(diagnosis);
};

const textOf = ({ fact, fix }: Diagnosis): string => `${fact}. ${fix}`;
