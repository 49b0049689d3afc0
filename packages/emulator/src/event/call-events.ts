import type { Context, Operation, Outcome, ServiceName } from '../operation.ts';
import { type EventDraft, eventRegion, wholeSecond } from './envelope.ts';
import { requestParameters, responseElements } from './record-members.ts';
import { userIdentity } from './user-identity.ts';

/** A write as it was answered. */
export interface AnsweredCall {
  readonly service: Exclude<ServiceName, 'sts'>;
  readonly operation: Operation;
  readonly context: Context;
  readonly outcome: Outcome;
  readonly requestId: string;
  readonly userAgent: string;
}

/** The record of a write on the bus of each account that gets it (AWS docs: logging both services with CloudTrail). */
export const callEvents = (call: AnsweredCall): readonly EventDraft[] => {
  if (call.outcome.kind === 'error' && call.context.behaviour.failedCallEvents === 'omit') return [];
  return recipientsOf(call).map((account) => ({
    at: call.context.now,
    source: `aws.${call.service}` as const,
    detailType: 'AWS API Call via CloudTrail',
    account,
    detail: (eventId) => recordOf(call, account, eventId),
  }));
};

const recordOf = (
  { service, operation, context, outcome, requestId, userAgent }: AnsweredCall,
  recipientAccountId: string,
  eventID: string,
): Readonly<Record<string, unknown>> => ({
  eventVersion: '1.11',
  userIdentity: userIdentity(context.caller),
  eventTime: wholeSecond(context.now),
  eventSource: `${service}.amazonaws.com`,
  eventName: operation.name,
  awsRegion: eventRegion,
  sourceIPAddress: '127.0.0.1',
  userAgent,
  ...(outcome.kind === 'error' && {
    errorCode: outcome.error.code === 'AccessDeniedException' ? 'AccessDenied' : outcome.error.code,
    errorMessage: outcome.error.message,
  }),
  requestParameters: requestParameters(service, operation, context.input, context.behaviour),
  responseElements: outcome.kind === 'ok' ? responseElements(outcome.output ?? {}, context.behaviour) : null,
  requestID: requestId,
  eventID,
  readOnly: false,
  eventType: 'AwsApiCall',
  managementEvent: true,
  recipientAccountId,
  eventCategory: 'Management',
  tlsDetails: {
    tlsVersion: 'TLSv1.3',
    cipherSuite: 'TLS_AES_128_GCM_SHA256',
    clientProvidedHostHeader: `${service}.${eventRegion}.amazonaws.com`,
  },
});

/**
 * Whose bus gets the record: the caller's. A Region that is switched for somebody is in the record of that account (AWS docs:
 * EventBridge, Account Management); for contacts, and for accepted invitations, nobody has said.
 */
const recipientsOf = ({ service, operation, context, outcome }: AnsweredCall): readonly string[] => {
  const { caller, input, behaviour, world } = context;
  const own = caller.accountId;
  if (outcome.kind === 'error') return [own];
  if (service === 'account') {
    const target = String(input['AccountId'] ?? own);
    if (/^(Enable|Disable)Region$/.test(operation.name)) return [target];
    return [...new Set(accountRecipients(own, target, behaviour.contactEventRecipient))];
  }
  const handshake = world.handshakes.get(String(input['HandshakeId']));
  const isTold = operation.name === 'AcceptHandshake' && behaviour.acceptHandshakeRecipient === 'both';
  return handshake && isTold ? [...new Set([own, handshake.from.managementAccountId])] : [own];
};

const accountRecipients = (own: string, target: string, recipient: 'caller' | 'target' | 'both'): readonly string[] => {
  if (recipient === 'both') return [own, target];
  return [recipient === 'caller' ? own : target];
};
