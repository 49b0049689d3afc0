import type { RunEvent } from '../apply/apply-plan.ts';
import type { Diagnose } from '../apply/denials.ts';
import type { Caller } from '../caller/caller.ts';
import { reach } from '../caller/reach.ts';
import type { AccountId } from '../contact/account-id.ts';
import type { ContactType } from '../contact/contact-type.ts';
import { causeOfDenial } from '../doctor/cause-of-denial.ts';
import type { Cause, Denial } from '../doctor/denial.ts';
import type { Facts } from '../doctor/facts.ts';
import { type FactsWanted, observeFacts } from '../doctor/observe-facts.ts';
import { roleOf } from '../doctor/role-of.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { Failure } from '../failure/failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { countText } from '../report/count-text.ts';
import type { Io } from './io.ts';
import { tellCauses } from './tell-causes.ts';

/** Looks at the facts behind the denials of one run, and says at its end what was behind each. */
export interface RunDiagnosis {
  readonly diagnose: Diagnose;
  /** Takes note of what a run tells. */
  readonly note: (event: RunEvent) => void;
  /** Tells the causes of all denials of the run; asks nothing where there were none. */
  readonly tell: (io: Io) => Promise<void>;
}

/** Makes the diagnosis of one run. The facts are asked for when a kind of denial is met again, and once at the end if they were not. */
export const makeRunDiagnosis = (gateway: Gateway, caller: Caller, wanted: FactsWanted): RunDiagnosis => {
  const denials: Denial[] = [];
  let facts: Facts | undefined;
  return {
    diagnose: async (failure, accountId) => {
      facts = await observeFacts(gateway, wanted);
      const changed = changeOf(facts, caller);
      if (changed !== undefined) return { kind: 'everything', because: changed };
      const cause = causeOfDenial(facts, denialOf(caller, accountId, failure));
      return cause.hitsEverything ? { kind: 'everything', because: textOf(cause) } : { kind: 'unclear' };
    },
    note: (event) => {
      if (event.kind !== 'item' || event.outcome.kind !== 'failed' || event.outcome.failure.kind !== 'denied') return;
      denials.push(denialOf(caller, event.change.account.id, event.outcome.failure, event.change.type));
    },
    tell: async (io) => {
      if (denials.length === 0) return;
      const known = facts ?? (await observeFacts(gateway, wanted));
      tellCauses(
        io,
        denials.map((denial) => causeOfDenial(known, denial)),
        (count) => `${countText(count, 'change')} denied`,
      );
    },
  };
};

/** A call about a contact that was denied to a caller, in the context in which it calls. */
export const denialOf = (caller: Caller, accountId: AccountId, failure: Failure, type?: ContactType): Denial => {
  const reached = reach(caller, accountId);
  const target = reached.kind === 'reachable' ? reached.target : ({ context: 'organization', accountId } as const);
  return { target, failure, ...(type && { type }) };
};

/** What became of a caller that is no longer what it was when the run began; undefined when it is. */
const changeOf = (facts: Facts, caller: Caller): string | undefined => {
  const { identity, organization } = facts;
  if (identity.kind === 'failed') return describeFailure(identity.failure);
  if (organization.kind === 'failed') return describeFailure(organization.failure);
  const role = roleOf(facts);
  const now = role.kind === 'known' ? role.role : caller.role;
  return identity.value.accountId === caller.accountId && now === caller.role
    ? undefined
    : `the caller was ${caller.role} ${caller.accountId}, and is ${now} ${identity.value.accountId} now`;
};

const textOf = ({ message, fix }: Cause): string => (fix === null ? message : `${message} To do: ${fix}`);
