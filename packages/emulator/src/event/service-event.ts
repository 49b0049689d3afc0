import type { Behaviour } from '../behaviour/behaviours.ts';
import type { Happening } from '../world/happening.ts';
import { type EventDraft, eventRegion, wholeSecond } from './envelope.ts';
import { usTime } from './us-time.ts';

type Members = Readonly<Record<string, unknown>>;
type Of<Kind extends Happening['kind']> = Extract<Happening, { readonly kind: Kind }>;

/** The event of something that came about without a call of its own (AWS docs: EventBridge, Organizations and Account Management). */
export const serviceEvent = (happening: Happening, behaviour: Behaviour): EventDraft => {
  switch (happening.kind) {
    case 'account-joined':
      return ofOrganizations(happening, 'AccountJoinedOrganization', joined(happening, behaviour));
    case 'account-departed':
      return ofOrganizations(happening, 'AccountDepartedOrganization', departed(happening, behaviour));
    case 'creation-ended':
      return ofOrganizations(happening, 'CreateAccountResult', creation(happening), 'AWS Internal');
    case 'closure-ended':
      return ofOrganizations(happening, 'CloseAccountResult', closure(happening));
    case 'region-changed':
      return regionEvent(happening);
    default:
      return happening satisfies never;
  }
};

/** Only the management account hears of it (AWS docs: EventBridge, Organizations). */
const ofOrganizations = (
  { at, managementAccountId: account }: { readonly at: number; readonly managementAccountId: string },
  eventName: string,
  serviceEventDetails: Members,
  invokedBy = 'organizations.amazonaws.com',
): EventDraft => ({
  at,
  source: 'aws.organizations',
  detailType: 'AWS Service Event via CloudTrail',
  account,
  detail: (eventID) => ({
    eventVersion: '1.11',
    userIdentity: { accountId: account, invokedBy },
    eventTime: wholeSecond(at),
    eventSource: 'organizations.amazonaws.com',
    eventName,
    awsRegion: eventRegion,
    sourceIPAddress: invokedBy,
    userAgent: invokedBy,
    requestParameters: null,
    responseElements: null,
    eventID,
    readOnly: false,
    eventType: 'AwsServiceEvent',
    managementEvent: true,
    recipientAccountId: account,
    serviceEventDetails,
    eventCategory: 'Management',
  }),
});

/** The names of the members are documented, and not what they stand in. */
const nested = (name: string, members: Members, behaviour: Behaviour): Members =>
  behaviour.membershipEventDetails === 'nested' ? { [name]: members } : members;

const joined = (
  { at, organizationId, managementAccountId, accountId, method }: Of<'account-joined'>,
  behaviour: Behaviour,
): Members =>
  nested(
    'accountJoinedOrganizationDetails',
    { organizationId, managementAccountId, accountId, joinedMethod: method, joinedTime: wholeSecond(at) },
    behaviour,
  );

const departed = (
  { at, organizationId, managementAccountId, accountId, method }: Of<'account-departed'>,
  behaviour: Behaviour,
): Members =>
  nested(
    'accountDepartedOrganizationDetails',
    { organizationId, managementAccountId, accountId, departedMethod: method, departedTime: wholeSecond(at) },
    behaviour,
  );

const creation = ({ at, creationId, state, requestedAt, accountId, failure }: Of<'creation-ended'>): Members => ({
  createAccountStatus: {
    id: creationId,
    state,
    accountName: '****',
    ...(accountId !== undefined && { accountId }),
    requestedTimestamp: usTime(requestedAt),
    completedTimestamp: usTime(at),
    ...(failure !== undefined && { failureReason: failure }),
  },
});

const closure = ({ at, accountId, state, requestedAt, failure }: Of<'closure-ended'>): Members => ({
  closeAccountStatus: {
    accountId,
    state,
    requestedTimestamp: usTime(requestedAt),
    completedTimestamp: usTime(at),
    ...(failure !== undefined && { failureReason: failure }),
  },
});

/** No record of CloudTrail; it goes to the account that asked (AWS docs: EventBridge, Account Management). */
const regionEvent = ({ at, callerId, accountId, region, status }: Of<'region-changed'>): EventDraft => ({
  at,
  source: 'aws.account',
  detailType: 'Region Opt-In Status Change',
  account: callerId,
  resources: [`arn:aws:account::${accountId}:account`],
  detail: () => ({ accountId, regionName: region, status }),
});
