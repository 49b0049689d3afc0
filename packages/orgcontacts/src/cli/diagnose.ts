import type { Diagnose } from '../apply/denials.ts';
import { accountService, type Caller } from '../caller/caller.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { listAll } from '../gateway/list-all.ts';
import { observeCaller } from '../observe/observe-caller.ts';

/** Looks at the facts behind a denial: is the caller still who it was, may it still reach members, is trusted access on? */
export const makeDiagnose =
  (gateway: Gateway, caller: Caller): Diagnose =>
  async () => {
    const now = await observeCaller(gateway);
    if (now.kind === 'failed') return { kind: 'everything', because: describeFailure(now.failure) };
    if (now.value.accountId !== caller.accountId || now.value.role !== caller.role) {
      return {
        kind: 'everything',
        because: `the caller was ${caller.role} ${caller.accountId}, and is ${now.value.role} ${now.value.accountId} now`,
      };
    }
    const services = await listAll(gateway.listTrustedServices);
    return services.kind === 'ok' && !services.value.includes(accountService)
      ? { kind: 'everything', because: trustedAccessOff }
      : { kind: 'unclear' };
  };

const trustedAccessOff = `trusted access for ${accountService} is off, so nobody may reach members; switch it on from the management account: aws organizations enable-aws-service-access --service-principal ${accountService}`;
