import { randomUUID } from 'node:crypto';
import type { Behaviour } from './behaviour/behaviours.ts';
import type { Caller } from './caller/caller.ts';
import { checkAccess } from './caller/check-access.ts';
import { refuseSigner } from './caller/refused-signer.ts';
import { type Signer, signerOf } from './caller/signer-of.ts';
import type { CallLog } from './control/call-log.ts';
import type { Faults } from './fault/faults.ts';
import {
  type Context,
  type Operation,
  type Outcome,
  refuse,
  type ServiceError,
  type ServiceName,
} from './operation.ts';
import type { Throttle } from './quota/throttle.ts';
import { tooMany } from './quota/too-many.ts';
import { internalErrors } from './service-errors.ts';
import { accountOperations } from './services/account/index.ts';
import { organizationsOperations } from './services/organizations/index.ts';
import { stsOperations } from './services/sts/index.ts';
import { accountViolations } from './shape/account-violations.ts';
import { violationsOf } from './shape/field.ts';
import { organizationsViolations } from './shape/organizations-violations.ts';
import { awsJson } from './wire/aws-json.ts';
import type { Decoded, Protocol } from './wire/protocol.ts';
import { queryXml } from './wire/query-xml.ts';
import { jsonAnswer, type WireAnswer, type WireRequest } from './wire/request.ts';
import { restJson } from './wire/rest-json.ts';
import type { WorldState } from './world/world-state.ts';

/** Everything that decides about an answer. */
export interface Machinery {
  /** The world as it is now: whatever was under way and is due has happened. */
  readonly world: () => WorldState;
  readonly behaviour: Behaviour;
  readonly throttle: Throttle;
  readonly faults: Faults;
  readonly log: CallLog;
  readonly now: () => number;
  readonly instant: boolean;
}

const protocols: readonly Protocol[] = [awsJson, queryXml, restJson];

const tableOf = (operations: readonly Operation[]): ReadonlyMap<string, Operation> =>
  new Map(operations.map((operation) => [operation.name, operation]));

const services: Readonly<Record<ServiceName, ReadonlyMap<string, Operation>>> = {
  account: tableOf(accountOperations),
  organizations: tableOf(organizationsOperations),
  sts: tableOf(stsOperations),
};

/** Answers one request: which protocol, who calls, which operation; then the checks in AWS's order; then what goes back. */
export const answer = (machinery: Machinery, request: WireRequest): WireAnswer => {
  const protocol = protocols.find(({ speaks }) => speaks(request));
  if (!protocol) return jsonAnswer(404, { message: `Nothing here answers ${request.method} ${request.path}.` });
  const decoded = protocol.decode(request);
  const signer = signerOf(request, machinery.world(), machinery.now());
  const requestId = randomUUID();
  if (signer.kind !== 'caller') {
    return protocol.encode(decoded.operation, refuse(refuseSigner(signer.kind, protocol.service)), requestId);
  }
  const outcome = safely(protocol.service, () => outcomeOf(machinery, protocol, decoded, signer));
  log(machinery, protocol.service, decoded, signer.caller, outcome);
  return outcome.kind === 'reset' ? outcome : protocol.encode(decoded.operation, outcome, requestId);
};

type Result = Outcome | { readonly kind: 'reset' };

/** Who signed, and for which region. */
type Signed = Extract<Signer, { kind: 'caller' }>;

/** A mistake of the emulator is its answer to one call, and never its end. */
const safely = (service: ServiceName, work: () => Result): Result => {
  try {
    return work();
  } catch (thrown) {
    const message = `The emulator made a mistake: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
    return refuse({ code: internalErrors[service], status: 500, message });
  }
};

const outcomeOf = (machinery: Machinery, protocol: Protocol, decoded: Decoded, signer: Signed): Result => {
  if (decoded.kind === 'unreadable') return refuse(decoded.error);
  const operation = services[protocol.service].get(decoded.operation);
  if (!operation) return refuse(protocol.unknownOperation(decoded.operation));
  const context = contextOf(machinery, decoded.input, signer);
  const fault = machinery.faults.strike(protocol.service, operation.name, context);
  if (fault) return fault;
  const problem = checksFor(machinery, protocol.service, operation, context).reduce<ServiceError | undefined>(
    (found, check) => found ?? check(),
    undefined,
  );
  return problem ? refuse(problem) : operation.handle(context);
};

const contextOf = (
  { world, behaviour, now, instant }: Machinery,
  input: Context['input'],
  { caller, region }: Signed,
): Context => ({
  world: world(),
  caller,
  region,
  input,
  behaviour,
  now: now(),
  instant,
});

/** The checks before an operation, in AWS's order as far as it is known. */
const checksFor = (
  { throttle, behaviour }: Machinery,
  service: ServiceName,
  operation: Operation,
  context: Context,
): readonly (() => ServiceError | undefined)[] => {
  const { world, caller, now } = context;
  const isMember = world.accounts.get(caller.accountId)?.parent !== undefined;
  const organization = isMember ? world.organization?.id : undefined;
  const withinQuota = () =>
    throttle.allows(operation.name, caller.accountId, organization, now) ? undefined : tooMany[service];
  const wellFormed = () => {
    const violations = violationsOf(operation.fields, context.input, measures[behaviour.lengthUnit]);
    return service === 'account' ? accountViolations(violations, behaviour) : organizationsViolations(violations);
  };
  const mayCall = () => operation.authorize(context);
  const isAllowed = () => checkAccess(context, service, operation);
  const passes = () => operation.check?.(context);
  const counted = behaviour.throttleBefore === 'validation' ? [withinQuota, wellFormed] : [wellFormed, withinQuota];
  // Account Management decides by the context first (observed on live AWS); elsewhere IAM stands before the service.
  const authorized = service === 'account' ? [mayCall, isAllowed] : [isAllowed, mayCall];
  return [...counted, ...authorized, passes];
};

const measures: Readonly<Record<Behaviour['lengthUnit'], (text: string) => number>> = {
  'utf-16': (text) => text.length,
  'code-point': (text) => [...text].length,
};

const isRead = (operation: string): boolean => /^(Get|List|Describe)/.test(operation);

const log = (
  { log: calls, now }: Machinery,
  service: ServiceName,
  decoded: Decoded,
  caller: Caller,
  outcome: Result,
): void => {
  const input = decoded.kind === 'call' ? decoded.input : {};
  const named = input['AccountId'] ?? input['ResourceId'] ?? input['ParentId'] ?? input['ChildId'];
  calls.add({
    at: now(),
    service,
    operation: decoded.operation,
    caller: caller.accountId,
    account: typeof named === 'string' ? named : null,
    outcome: outcome.kind === 'error' ? outcome.error.code : outcome.kind,
    status: outcome.kind === 'error' ? outcome.error.status : outcome.kind === 'ok' ? 200 : 0,
    parameters: isRead(decoded.operation) ? null : input,
  });
};
