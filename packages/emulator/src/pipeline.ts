import { randomUUID } from 'node:crypto';
import type { Behaviour } from './behaviour/behaviours.ts';
import type { Caller } from './caller/caller.ts';
import { checkAccess } from './caller/check-access.ts';
import { checkSignature } from './caller/check-signature.ts';
import { refuseSigner } from './caller/refused-signer.ts';
import { type Signer, signerOf } from './caller/signer-of.ts';
import type { CallLog } from './control/call-log.ts';
import { type AnsweredCall, callEvents } from './event/call-events.ts';
import type { EventLog } from './event/event-log.ts';
import type { Faults, Strike } from './fault/faults.ts';
import { namedBy } from './fault/named-by.ts';
import { type CarriedOut, handleCall } from './handle-call.ts';
import { isRead } from './is-read.ts';
import {
  type Context,
  type Operation,
  type Outcome,
  refuse,
  type ServiceError,
  type ServiceName,
} from './operation.ts';
import { bucketOwner } from './quota/bucket-owner.ts';
import type { Throttle } from './quota/throttle.ts';
import { tooMany } from './quota/too-many.ts';
import { internalErrors } from './service-errors.ts';
import { findOperation } from './services/find-operation.ts';
import { accountViolations } from './shape/account-violations.ts';
import { violationsOf } from './shape/field.ts';
import { organizationsViolations } from './shape/organizations-violations.ts';
import { stsViolations } from './shape/sts-violations.ts';
import { awsJson } from './wire/aws-json.ts';
import type { Decoded, Protocol } from './wire/protocol.ts';
import { queryXml } from './wire/query-xml.ts';
import { jsonAnswer, type WireAnswer, type WireRequest } from './wire/request.ts';
import { missingToken, restJson } from './wire/rest-json.ts';
import type { WholeAnswer } from './wire/whole-answer.ts';
import type { Past } from './world/past.ts';
import { seatOf, type WorldState } from './world/world-state.ts';

/** Everything that decides about an answer. */
export interface Machinery {
  /** The world as it is now: whatever was under way and is due has happened. */
  readonly world: () => WorldState;
  readonly behaviour: Behaviour;
  readonly throttle: Throttle;
  readonly faults: Faults;
  readonly log: CallLog;
  readonly events: EventLog;
  readonly now: () => number;
  readonly instant: boolean;
  readonly past: Past;
  /** Hears of every write that was carried out, whatever came of it. */
  readonly written?: (write: CarriedOut) => void;
  /** The secret of keys that have none of their own; missing where signatures are not verified. */
  readonly secret?: string;
}

const protocols: readonly Protocol[] = [awsJson, queryXml, restJson];

/** Answers one request: which protocol, who calls, which operation; then the checks in AWS's order; then what goes back. */
export const answer = (machinery: Machinery, request: WireRequest): WireAnswer => {
  const protocol = protocols.find(({ speaks }) => speaks(request));
  if (!protocol) return answerToNobody(machinery.behaviour, request);
  const decoded = protocol.decode(request);
  const requestId = requestIdOf(machinery, protocol.service, decoded.operation);
  const encode = (outcome: Outcome) => protocol.encode(decoded.operation, outcome, requestId);
  const signer = signerOf(request, machinery.world(), machinery.now());
  if (signer.kind !== 'caller') return encode(refuse(refuseSigner(signer.kind, protocol.service)));
  const forged = signatureProblem(machinery, protocol.service, request);
  if (forged) return encode(refuse(forged));
  const done = safely(protocol.service, () =>
    carryOut(machinery, protocol, decoded, signer, (call) => publish(machinery, request, requestId, call)),
  );
  log(machinery, protocol.service, decoded, signer.caller, done);
  return wireAnswer(done, encode);
};

/** What a request gets that speaks no protocol of these services. */
const answerToNobody = ({ unknownPath }: Behaviour, { method, path }: WireRequest): WholeAnswer =>
  unknownPath === 'missing-token'
    ? jsonAnswer(missingToken.status, { message: missingToken.message }, { 'x-amzn-errortype': missingToken.code })
    : jsonAnswer(404, { message: `Nothing here answers ${method} ${path}.` });

/** What came of a call, and which ordered failure had its way with it. */
interface Done {
  readonly result: Outcome | { readonly kind: 'reset' };
  readonly strike?: Strike;
}

/** Who signed, and for which region. */
type Signed = Extract<Signer, { kind: 'caller' }>;

const signatureProblem = (
  { secret, world, now }: Machinery,
  service: ServiceName,
  request: WireRequest,
): ServiceError | undefined =>
  secret === undefined ? undefined : checkSignature(request, service, { world: world(), now: now(), secret });

const wireAnswer = ({ result, strike }: Done, encode: (outcome: Outcome) => WholeAnswer): WireAnswer => {
  if (result.kind === 'reset') return result;
  const answered = encode(result);
  return strike?.effect.kind === 'slow'
    ? { kind: 'slow', milliseconds: strike.effect.milliseconds, answer: answered }
    : answered;
};

/** A mistake of the emulator is its answer to one call, and never its end. */
const safely = (service: ServiceName, work: () => Done): Done => {
  try {
    return work();
  } catch (thrown) {
    const message = `The emulator made a mistake: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
    return { result: refuse({ code: internalErrors[service], status: 500, message }) };
  }
};

const carryOut = (
  machinery: Machinery,
  protocol: Protocol,
  decoded: Decoded,
  signer: Signed,
  tell: (call: Told) => void,
): Done => {
  if (decoded.kind === 'unreadable') return { result: refuse(decoded.error) };
  const operation = findOperation(protocol.service, decoded.operation);
  if (!operation) return { result: refuse(protocol.unknownOperation(decoded.operation, machinery.behaviour)) };
  const context = contextOf(machinery, decoded.input, signer);
  const strike = machinery.faults.strike(protocol.service, operation.name, context);
  const effect = strike?.effect;
  const instead = effect?.kind === 'error' || effect?.kind === 'reset' ? effect : undefined;
  if (strike && instead && strike.when === 'before') return { result: instead, strike };
  const struck = effect?.kind === 'later' ? { ...context, fails: effect.reason } : context;
  const outcome = checkAndHandle(machinery, protocol.service, operation, struck, effect?.kind === 'stale');
  tell({ service: protocol.service, operation, context, outcome });
  return strike ? { result: instead ?? outcome, strike } : { result: outcome };
};

/** A request id is in the record of a call, and so it has to be the same for the same world and calls; a read leaves no record. */
const requestIdOf = ({ events, now }: Machinery, service: ServiceName, operation: string): string =>
  service === 'sts' || isRead(operation) ? randomUUID() : events.requestId(now());

type Told = Pick<AnsweredCall, 'operation' | 'context' | 'outcome'> & { readonly service: ServiceName };

/** Publishes what a write changed, or that it was refused, and then what came about by it; a call beyond its quota was never looked at. */
const publish = (
  { events, world }: Machinery,
  { headers }: WireRequest,
  requestId: string,
  { service, ...call }: Told,
): void => {
  if (service === 'sts' || isRead(call.operation.name)) return;
  if (call.outcome.kind === 'error' && call.outcome.error.code === tooMany[service].code) return;
  const userAgent = headers['user-agent'] ?? '';
  for (const draft of callEvents({ service, ...call, requestId, userAgent })) events.publish(draft);
  world();
};

const checkAndHandle = (
  machinery: Machinery,
  service: ServiceName,
  operation: Operation,
  context: Context,
  isStale: boolean,
): Outcome => {
  const problem = checksFor(machinery, service, operation, context).reduce<ServiceError | undefined>(
    (found, check) => found ?? check(),
    undefined,
  );
  return problem ? refuse(problem) : handle(machinery, service, operation, context, isStale);
};

/** A mistake of the emulator may leave something behind, and is told as well. */
const handle = (
  { past, written }: Machinery,
  service: ServiceName,
  operation: Operation,
  context: Context,
  isStale: boolean,
): Outcome => {
  const write = isRead(operation.name) ? undefined : { service, operation: operation.name, context };
  try {
    const outcome = handleCall(past, service, operation, context, isStale);
    if (write) written?.({ ...write, outcome });
    return outcome;
  } catch (thrown) {
    if (write) written?.(write);
    throw thrown;
  }
};

/** What an operation may look at. */
export const contextOf = (
  { world, behaviour, now, instant }: Machinery,
  input: Context['input'],
  { caller, region }: Pick<Signed, 'caller' | 'region'>,
): Context => ({
  world: seatOf(world(), caller.accountId),
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
  const { world, now } = context;
  const organization = world.organization?.id;
  const withinQuota = () =>
    throttle.allows(operation.name, bucketOwner(service, context), organization, now) ? undefined : tooMany[service];
  const wellFormed = () => {
    const violations = violationsOf(operation.fields, context.input, measures[behaviour.lengthUnit]);
    return wordings[service](violations, behaviour);
  };
  const mayCall = () => operation.authorize(context);
  const isAllowed = () => checkAccess(context, service, operation);
  const passes = () => operation.check?.(context);
  const counted = behaviour.throttleBefore === 'validation' ? [withinQuota, wellFormed] : [wellFormed, withinQuota];
  // Account Management decides by the context first (observed on live AWS); elsewhere IAM stands before the service.
  const authorized = service === 'account' ? [mayCall, isAllowed] : [isAllowed, mayCall];
  return [...counted, ...authorized, passes];
};

/** How each service says what is wrong with the body of a call. */
const wordings = { account: accountViolations, organizations: organizationsViolations, sts: stsViolations } as const;

const measures: Readonly<Record<Behaviour['lengthUnit'], (text: string) => number>> = {
  'utf-16': (text) => text.length,
  'code-point': (text) => [...text].length,
};

const log = (
  { log: calls, now }: Machinery,
  service: ServiceName,
  decoded: Decoded,
  caller: Caller,
  { result, strike }: Done,
): void => {
  const input = decoded.kind === 'call' ? decoded.input : {};
  const known = findOperation(service, decoded.operation)?.name;
  const call = {
    at: now(),
    service,
    operation: known ?? cut(decoded.operation),
    caller: caller.accountId,
    principal: caller.arn,
    account: namedBy(input)[0] ?? null,
    outcome: result.kind === 'error' ? result.error.code : result.kind,
    status: result.kind === 'error' ? result.error.status : result.kind === 'ok' ? 200 : 0,
    fault: strike ? { error: strike.error, when: strike.when } : null,
    parameters: isRead(decoded.operation) ? null : input,
  };
  calls.add(call, known ?? 'unknown');
};

/** Whoever makes names up must not fill the memory with them; a part of a text keeps the whole, and so this is a copy. */
const cut = (name: string): string => Buffer.from(name.slice(0, 128)).toString();
