import { type AccountId, parseAccountId } from '../contact/account-id.ts';
import { parseContactType } from '../contact/contact-type.ts';
import { fieldOf, findField, textOf } from './field.ts';
import { type FollowedEvent, followedEvents } from './followed-events.ts';
import type { Signal } from './signal.ts';

/** What an event came to. */
export type ParsedEvent =
  | { readonly kind: 'signal'; readonly signal: Signal }
  /** It asks for nothing, and why. */
  | { readonly kind: 'ignored'; readonly because: string };

/**
 * Reads an EventBridge envelope, as an object parsed from JSON. Nothing in it is trusted to be there, names and addresses are never looked
 * at (AWS masks them), and what is not about an account of an organization is ignored, with the reason. Never throws. Pure.
 *
 * @example
 * ```ts
 * import { parseEvent, type Signal } from 'orgcontacts';
 *
 * const signalIn = (body: string): Signal | undefined => {
 *   const parsed = parseEvent(JSON.parse(body));
 *   return parsed.kind === 'signal' ? parsed.signal : undefined;
 * };
 * ```
 */
export const parseEvent = (event: unknown): ParsedEvent => {
  const detail = fieldOf(event, 'detail');
  const name = textOf(detail, 'eventName');
  if (name === undefined) return ignored('it is no event of CloudTrail');
  const followed = followedEvents.find((each) => isSuch(each, event));
  if (!followed) return ignored(`${name} is not followed`);
  const code = textOf(detail, 'errorCode');
  if (code !== undefined) return ignored(`the call failed: ${code}`);
  const state = stateOf(followed, detail);
  if (state !== undefined) return ignored(`its state is ${state}`);
  const accountId = accountOf(followed, detail);
  if (accountId === undefined) return ignored('it is not about an account');
  return { kind: 'signal', signal: signalOf(followed, event, accountId) };
};

const ignored = (because: string): ParsedEvent => ({ kind: 'ignored', because });

const isSuch = ({ source, eventSource, eventName, detailType }: FollowedEvent, event: unknown): boolean => {
  const detail = fieldOf(event, 'detail');
  return (
    textOf(event, 'source') === source &&
    textOf(event, 'detail-type') === detailType &&
    textOf(detail, 'eventSource') === eventSource &&
    textOf(detail, 'eventName') === eventName
  );
};

/** In what other state than success something ended, where the event tells of an end at all. */
const stateOf = ({ account }: FollowedEvent, detail: unknown): string | undefined => {
  if (account === 'details') {
    const state = findField(fieldOf(detail, 'serviceEventDetails'), 'state');
    return typeof state === 'string' && state !== 'SUCCEEDED' ? state : undefined;
  }
  if (account !== 'handshake') return undefined;
  const handshake = fieldOf(fieldOf(detail, 'responseElements'), 'handshake');
  const state = textOf(handshake, 'state');
  return state === 'ACCEPTED' || state === undefined ? undefined : state;
};

const accountOf = ({ account }: FollowedEvent, detail: unknown): AccountId | undefined => {
  const request = fieldOf(detail, 'requestParameters');
  switch (account) {
    case 'details':
      // How the two newest events nest it is not established: it is looked for anywhere.
      return asAccount(findField(fieldOf(detail, 'serviceEventDetails'), 'accountId'));
    case 'request':
      return asAccount(fieldOf(request, 'accountId'));
    case 'resource':
      return asAccount(fieldOf(request, 'resourceId'));
    case 'request-or-caller':
      return fieldOf(request, 'accountId') === undefined ? callerOf(detail) : asAccount(fieldOf(request, 'accountId'));
    case 'handshake':
      return partyOf(detail) ?? callerOf(detail);
    case 'caller':
      return callerOf(detail);
    default:
      return account satisfies never;
  }
};

const callerOf = (detail: unknown): AccountId | undefined =>
  asAccount(fieldOf(fieldOf(detail, 'userIdentity'), 'accountId')) ?? asAccount(fieldOf(detail, 'recipientAccountId'));

/** The account that a handshake invited. */
const partyOf = (detail: unknown): AccountId | undefined => {
  const parties = fieldOf(fieldOf(fieldOf(detail, 'responseElements'), 'handshake'), 'parties');
  const party = Array.isArray(parties) ? parties.find((each) => textOf(each, 'type') === 'ACCOUNT') : undefined;
  return asAccount(fieldOf(party, 'id'));
};

const asAccount = (value: unknown): AccountId | undefined =>
  typeof value === 'string' ? parseAccountId(value) : undefined;

const signalOf = ({ kind }: FollowedEvent, event: unknown, accountId: AccountId): Signal => {
  const detail = fieldOf(event, 'detail');
  const at = Date.parse(textOf(detail, 'eventTime') ?? textOf(event, 'time') ?? '');
  const type = parseContactType(textOf(fieldOf(detail, 'requestParameters'), 'alternateContactType') ?? '');
  const time = Number.isNaN(at) ? 0 : at;
  return {
    // An event without an id is told apart by what it says; the same thing at the same time is the same.
    id: textOf(detail, 'eventID') ?? textOf(event, 'id') ?? `${kind} ${accountId} ${time}`,
    kind,
    accountId,
    at: time,
    type: kind === 'contact-changed' ? (type ?? null) : null,
    by: {
      arn: textOf(fieldOf(detail, 'userIdentity'), 'arn') ?? null,
      userAgent: textOf(detail, 'userAgent') ?? null,
    },
  };
};
