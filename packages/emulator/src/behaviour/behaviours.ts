/** One point at which nobody has observed what AWS does: the values it may take, the default first, and what is known. */
export interface BehaviourOption {
  readonly values: readonly [string, ...string[]];
  readonly about: string;
}

/** Every point of AWS's behaviour that is not established. Each value of each option is tested. */
export const behaviours = {
  contactFieldViolation: {
    values: ['json-schema', 'field-list'],
    about:
      'A field of PutAlternateContact that breaks its length or pattern: a ValidationException with API Gateway text, as observed for AccountName, or with reason and fieldList, as the service model allows.',
  },
  invalidTypeAction: {
    values: ['own', 'get'],
    about:
      'The action named when the contact type is wrong: observed for GetAlternateContact only. own names the called one.',
  },
  blankNameOrTitle: {
    values: ['accept', 'refuse'],
    about: 'A name or title of blanks only: the model has a minimum length of 1 and no pattern.',
  },
  lengthUnit: { values: ['utf-16', 'code-point'], about: 'What lengths count: UTF-16 units or code points.' },
  unknownTarget: {
    values: ['bare', 'not-member'],
    about: 'The denial for an AccountId that is not in the organization: bare, as other denials, or with a suffix.',
  },
  delegatedToManagement: {
    values: ['standalone-hint', 'bare'],
    about:
      'The denial when the delegated administrator names the management account: documented as forbidden, text not observed.',
  },
  putOnInactive: {
    values: ['allow', 'deny'],
    about: 'A write to an account that is not ACTIVE: only GetAlternateContact was observed to work on one.',
  },
  throttleBefore: {
    values: ['validation', 'access'],
    about: 'Whether a call is counted and throttled before its body is validated, or only before access is decided.',
  },
  contactBuckets: {
    values: ['per-caller', 'per-organization'],
    about:
      'Whether the delegated administrator has buckets of its own in Account Management, or takes from those of the management account.',
  },
  trustedAccessOff: {
    values: ['suffix', 'bare'],
    about:
      'The denial to the management account while trusted access is off: with its suffix (observed 2026) or bare (users, 2022).',
  },
  malformedAccountId: {
    values: ['validation', 'denial'],
    about: 'An AccountId that is not twelve digits: a ValidationException, or a denial with nothing after it.',
  },
  consolidatedBilling: {
    values: ['trusted-access', 'bare'],
    about:
      'The denial in an organization without all features, where trusted access cannot be enabled: as without trusted access, or bare.',
  },
  noOrganization: {
    values: ['bare', 'not-member'],
    about: 'The denial when an account outside any organization names an AccountId: bare, or with a suffix.',
  },
  newAccountReady: {
    values: ['at-once', 'after-7-minutes'],
    about:
      'When Account Management serves a created account: at once, or, with bare denials until then, 7 minutes later, as long as users waited for other services.',
  },
  stateOrRegion: {
    values: ['optional', 'required'],
    about:
      'A primary contact without StateOrRegion in the countries where it is documented as required: accepted, as observed in one country, or refused.',
  },
  pendingClosureState: {
    values: ['suspended', 'closed', 'active'],
    about:
      'The AccountState of an account that Organizations calls PENDING_CLOSURE, a word that its model does not have.',
  },
  primaryEmailUpdateEnd: {
    values: ['completed', 'accepted'],
    about:
      'The status of a change of the primary e-mail address once its code was accepted: COMPLETED or still ACCEPTED.',
  },
  defaultRegionSwitch: {
    values: ['current-status', 'not-valid'],
    about:
      'EnableRegion and DisableRegion of a Region that is enabled by default: refused for its status, or as no Region for opt-in.',
  },
  tooManyRegionChanges: {
    values: ['throttle', 'conflict'],
    about: 'More changes of Regions at once than allowed: a TooManyRequestsException or a ConflictException.',
  },
  wrongPhoneCode: {
    values: ['validation', 'unverified'],
    about:
      'A one-time code for the phone number that is wrong or too old: a ValidationException, or the status UNVERIFIED and the end of the verification.',
  },
  untrustedRole: {
    values: ['bare', 'reason'],
    about:
      'The denial of AssumeRole when the role does not trust the caller, or is not there: with nothing after the resource, as observed, or with the missing trust policy, as documented.',
  },
  deniedBy: {
    values: ['outermost', 'innermost'],
    about:
      'Which policy a denial names when several do not allow or deny: the service control policy, then the boundary, the session policy and the identity policy, or the other way round.',
  },
  explicitDenyDetail: {
    values: ['policy-type', 'bare', 'policy-arn'],
    about:
      'How much an explicit deny tells: the kind of policy, nothing (older texts), or the kind and the ARN of the policy (newer texts).',
  },
  accountLifecycle: {
    values: ['both', 'state', 'status'],
    about:
      'Which of State and its deprecated predecessor Status Organizations returns; Status was announced to be retired on 2026-09-09.',
  },
  pendingActivationStatus: {
    values: ['absent', 'active', 'suspended'],
    about: 'The deprecated Status of an account whose State is PENDING_ACTIVATION: left out, ACTIVE or SUSPENDED.',
  },
  policyTypeChange: {
    values: ['done', 'pending'],
    about:
      'What EnablePolicyType and DisablePolicyType answer: the change as done, as observed for tag policies, or under way, as observed for resource control policies; the next ListRoots shows it as done.',
  },
  newOrganizationPolicyTypes: {
    values: ['service-control', 'none'],
    about:
      'Whether service control policies are enabled in the root of a new organization with all features, as documented, or not, as users report.',
  },
  allFeaturesActions: {
    values: ['enable-first', 'approve-first'],
    about:
      'Which action the handshake has that EnableAllFeatures answers: ENABLE_ALL_FEATURES, with APPROVE_ALL_FEATURES for those that the invited accounts get, or the other way round; the service model says both.',
  },
  inviteUnknown: {
    values: ['refuse', 'accept'],
    about:
      'An invitation to an account id or address that no account has: an InvalidInputException, or a handshake that nobody can answer.',
  },
  inviteMemberElsewhere: {
    values: ['refuse', 'allow'],
    about:
      'An invitation to a member of another organization: refused as for any member, as observed, or it moves over when it accepts, as announced for transfers between organizations.',
  },
  createdAccountLeaves: {
    values: ['allow', 'refuse'],
    about:
      'Whether an account that was created can leave or be removed: it needs a payment method and a contact of its own, which no interface of these services shows.',
  },
  closeDelegatedAdministrator: {
    values: ['allow', 'refuse'],
    about:
      'CloseAccount of a delegated administrator: closed as any other, or refused with a ConstraintViolationException.',
  },
  accountLimit: {
    values: ['exception', 'failed-creation'],
    about:
      'CreateAccount when the organization has as many accounts as it may have: a ConstraintViolationException, or a creation that ends with ACCOUNT_LIMIT_EXCEEDED; the model has both.',
  },
  contactEventRecipient: {
    values: ['caller', 'target', 'both'],
    about:
      'Whose bus gets the record of a call of Account Management for another account: that of the caller, of the account that it is about, or both.',
  },
  contactEventAccountId: {
    values: ['present', 'absent'],
    about: 'Whether such a record has the AccountId of the call in its requestParameters.',
  },
  contactEventValues: {
    values: ['clear', 'hidden'],
    about:
      'Whether records of Account Management show names, titles and addresses, as the documented sample does, or hide them, as the members are modelled as sensitive.',
  },
  handshakeEventNames: {
    values: ['masked', 'clear'],
    about:
      'Whether records of handshakes mask the name and the address of the management account, as those of CreateAccount do, or show them, as an older sample does.',
  },
  handshakeEventAction: {
    values: ['upper', 'lower'],
    about:
      'How records write the action of a handshake: INVITE, as the interface does, or invite, as the documented sample.',
  },
  acceptHandshakeRecipient: {
    values: ['caller', 'both'],
    about:
      'Whose bus gets the record of AcceptHandshake: that of the account that accepts, or that of the management account too.',
  },
  membershipEventDetails: {
    values: ['nested', 'flat'],
    about:
      'Where AccountJoinedOrganization and AccountDepartedOrganization have their members: in a structure of that name, or in serviceEventDetails itself; only the names are documented.',
  },
  foundingEvent: {
    values: ['none', 'joined'],
    about:
      'Whether CreateOrganization is followed by AccountJoinedOrganization for the management account, as one user has seen.',
  },
  failedCallEvents: {
    values: ['publish', 'omit'],
    about:
      'Whether writes that are refused are on the bus too, with errorCode and errorMessage, as is documented for CreateAccount.',
  },
  unknownPath: {
    values: ['not-found', 'missing-token'],
    about:
      'A path that no service has, those of Account Management for its operations included: 404, or 403 Missing Authentication Token, as API Gateway documents it for whatever it does not know.',
  },
  unknownOperation: {
    values: ['client-error', 'not-found'],
    about:
      'The status with which Organizations answers an operation that it does not have, as UnknownOperationException: 400, as all of its refusals, or 404.',
  },
  accountPaths: { values: ['present', 'absent'], about: 'Whether Organizations returns Paths with an account.' },
  emptyPages: {
    values: ['never', 'first'],
    about: 'Whether a list may begin with an empty page that carries a NextToken, as the model allows.',
  },
  secondDelegatedAdministrator: {
    values: ['refuse', 'allow'],
    about:
      'A second delegated administrator for account.amazonaws.com: documented as limited to one, text not observed.',
  },
} as const satisfies Readonly<Record<string, BehaviourOption>>;

export type BehaviourName = keyof typeof behaviours;

/** How an emulator behaves at each point that is not established. */
export type Behaviour = { readonly [Name in BehaviourName]: (typeof behaviours)[Name]['values'][number] };

/** The behaviour with some options chosen; throws at a name or value that is none. */
export const chooseBehaviour = (chosen: Readonly<Record<string, string>> = {}): Behaviour => {
  for (const [name, value] of Object.entries(chosen)) {
    const option: BehaviourOption | undefined = Object.hasOwn(behaviours, name)
      ? behaviours[name as BehaviourName] // just checked to be one of its keys
      : undefined;
    if (!option) throw new Error(`There is no behaviour ${name}; there are ${Object.keys(behaviours).join(', ')}.`);
    if (!option.values.includes(value)) {
      throw new Error(`The behaviour ${name} cannot be ${value}; it can be ${option.values.join(' or ')}.`);
    }
  }
  const defaults = Object.fromEntries(Object.entries(behaviours).map(([name, { values }]) => [name, values[0]]));
  // Every name has its default, and every chosen value was checked.
  return { ...defaults, ...chosen } as Behaviour;
};
