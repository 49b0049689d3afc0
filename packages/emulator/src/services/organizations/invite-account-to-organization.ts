import { type Context, type Operation, ok, refuse, type ServiceError } from '../../operation.ts';
import type { WorldHandshake } from '../../world/handshake-file.ts';
import type { WorldAccount } from '../../world/world-file.ts';
import { managementOnly, organizationOf, organizationsError } from './access.ts';
import { accountQuota, isFull } from './account-quota.ts';
import { pendingFeatures } from './all-features.ts';
import { handshakeShape } from './handshake-shape.ts';
import { isOpen, openHandshake } from './handshakes.ts';
import { needsOnTarget, needsToCreate } from './organizations-needs.ts';
import { tagsField, tagsIn, tagsProblem } from './tags-field.ts';

const day = 86_400_000;

/** So long an invitation can be answered, in milliseconds (AWS docs: Organizations quotas). */
const lasts = 15 * day;

/** So many invitations a day can be sent at least; more where the organization may have more accounts (AWS docs: Organizations quotas). */
const leastADay = 20;

/** Asks an account to join, by its id or its e-mail address. */
export const inviteAccountToOrganization: Operation = {
  name: 'InviteAccountToOrganization',
  fields: [
    {
      name: 'Target',
      type: 'structure',
      required: true,
      members: [
        { name: 'Id', type: 'string', required: true, min: 1, max: 64 },
        { name: 'Type', type: 'string', required: true, values: ['ACCOUNT', 'ORGANIZATION', 'EMAIL'] },
      ],
    },
    { name: 'Notes', type: 'string', max: 1024 },
    tagsField,
  ],
  authorize: managementOnly,
  needs: needsToCreate('account', needsOnTarget),
  handle: (context) => {
    const to = targetIn(context);
    const problem = tagsProblem(context) ?? shapeProblem(to) ?? problemWith(context, to);
    if (problem || to.type === 'ORGANIZATION') return refuse(problem ?? wrongType);
    const { Notes: notes } = context.input;
    const handshake = openHandshake(context, {
      action: 'INVITE',
      state: 'OPEN',
      to: { type: to.type, id: to.id },
      tags: tagsIn(context),
      lasts,
      ...(typeof notes === 'string' && { notes }),
    });
    return ok({ Handshake: handshakeShape(handshake) });
  },
};

interface Target {
  readonly type: 'ACCOUNT' | 'ORGANIZATION' | 'EMAIL';
  readonly id: string;
}

const targetIn = ({ input }: Context): Target => {
  // Its shape was checked before.
  const { Id: id, Type: type } = input['Target'] as { readonly Id: string; readonly Type: Target['type'] };
  return { type, id };
};

/** The reasons are of the service model; the wordings were not observed. */
const shapeProblem = ({ type, id }: Target): ServiceError | undefined => {
  if (type === 'ORGANIZATION') return wrongType;
  if (type === 'ACCOUNT') return /^\d{12}$/.test(id) ? undefined : badId;
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(id) ? undefined : badEmail;
};

const problemWith = (context: Context, to: Target): ServiceError | undefined => {
  const account = accountOf(context, to);
  const own = [...context.world.handshakes.values()].filter(
    ({ action, from }) => action === 'INVITE' && from.organizationId === organizationOf(context).id,
  );
  if (!account && context.behaviour.inviteUnknown === 'refuse') return noSuchAccount;
  if (account?.parent !== undefined && !isFreeToMove(context, account)) return alreadyMember;
  if (own.some((each) => isOpen(each) && isSameTarget(context, each, to))) return duplicate;
  if (pendingFeatures(context)) return duringMigration;
  if (isFull(context)) return full;
  const today = own.filter(({ requestedAt }) => Date.parse(requestedAt) > context.now - day);
  return today.length < Math.max(leastADay, accountQuota(context)) ? undefined : tooOften;
};

/** A member of another organization, where AWS lets those be invited. */
const isFreeToMove = ({ world, behaviour }: Context, { parent = '' }: WorldAccount): boolean =>
  behaviour.inviteMemberElsewhere === 'allow' && !world.units.has(parent);

const accountOf = ({ world }: Context, { type, id }: Target): WorldAccount | undefined =>
  type === 'ACCOUNT'
    ? world.accounts.get(id)
    : [...world.accounts.values()].find(({ email }) => email.toLowerCase() === id.toLowerCase());

/** By id and by address is the same, if the account is. */
const isSameTarget = (context: Context, { to }: WorldHandshake, target: Target): boolean => {
  if (!to) return false;
  const [one, other] = [accountOf(context, to), accountOf(context, target)];
  return one && other ? one === other : to.id.toLowerCase() === target.id.toLowerCase();
};

const wrongType = organizationsError(
  'InvalidInputException',
  'You specified an invalid party type for the target of the handshake.',
  'INVALID_PARTY_TYPE_TARGET',
);

const badId = organizationsError(
  'InvalidInputException',
  'You specified an invalid account ID as the target of the handshake.',
  'INVALID_PATTERN_TARGET_ID',
);

const badEmail = organizationsError(
  'InvalidInputException',
  'You specified an invalid email address as the target of the handshake.',
  'INVALID_EMAIL_ADDRESS_TARGET',
);

const noSuchAccount = organizationsError(
  'InvalidInputException',
  "You specified a target that doesn't exist.",
  'INVALID_PATTERN_TARGET_ID',
);

/** Observed on live AWS. */
export const alreadyMember = organizationsError(
  'HandshakeConstraintViolationException',
  'The AWS account is already a member of an organization.',
  'ALREADY_IN_AN_ORGANIZATION',
);

/** The sentences that follow are those of the service model, not observed. */
const duplicate = organizationsError(
  'DuplicateHandshakeException',
  'A handshake with the same action and target already exists.',
);

const duringMigration = organizationsError(
  'HandshakeConstraintViolationException',
  "You can't issue new invitations to join an organization while it's in the process of enabling all features.",
  'INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES',
);

const full = organizationsError(
  'HandshakeConstraintViolationException',
  'You attempted to exceed the limit on the number of accounts in an organization.',
  'ACCOUNT_NUMBER_LIMIT_EXCEEDED',
);

const tooOften = organizationsError(
  'HandshakeConstraintViolationException',
  'You attempted to exceed the number of handshakes that you can send in one day.',
  'HANDSHAKE_RATE_LIMIT_EXCEEDED',
);
