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
    about:
      'PutAlternateContact and DeleteAlternateContact on an account that is not ACTIVE: only Get was observed to work.',
  },
  throttleBefore: {
    values: ['validation', 'access'],
    about: 'Whether a call is counted and throttled before its body is validated, or only before access is decided.',
  },
  trustedAccessOff: {
    values: ['suffix', 'bare'],
    about:
      'The denial to the management account while trusted access is off: with its suffix (observed 2026) or bare (users, 2022).',
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
