import type { Context } from '../../operation.ts';
import type { WorldAccount, WorldUnit } from '../../world/world-file.ts';
import { pathTo } from '../../world/world-state.ts';
import { type Organization, organizationOf } from './access.ts';

/** Timestamps are seconds since the epoch with a fraction (AWS JSON 1.1; seen in a real log). */
export const seconds = (iso: string): number => Date.parse(iso) / 1000;

/** An ARN of Organizations; its account is always the management account. */
export const arnOf = (
  { id, managementAccountId }: Pick<Organization, 'id' | 'managementAccountId'>,
  kind: string,
  ...rest: readonly string[]
): string => `arn:aws:organizations::${managementAccountId}:${[kind, id, ...rest].join('/')}`;

/** An account as Organizations shows it, with State, Status and Paths as chosen. */
export const accountShape = (context: Context, account: WorldAccount): Readonly<Record<string, unknown>> => {
  const { behaviour, world } = context;
  const organization = organizationOf(context);
  return {
    ...bareAccountShape(context, account),
    ...(behaviour.accountPaths === 'present' && {
      Paths: [`${[organization.id, ...pathTo(world, account.parent ?? ''), account.id].join('/')}/`],
    }),
  };
};

/** An account without its paths, as in the list of delegated administrators. */
export const bareAccountShape = (context: Context, account: WorldAccount): Readonly<Record<string, unknown>> => {
  const { id, name, email, state, joinedMethod, joinedAt } = account;
  const { accountLifecycle } = context.behaviour;
  return {
    Id: id,
    Arn: arnOf(organizationOf(context), 'account', id),
    Email: email,
    Name: name,
    ...(accountLifecycle !== 'state' && statusOf(context, state)),
    ...(accountLifecycle !== 'status' && { State: state }),
    JoinedMethod: joinedMethod,
    JoinedTimestamp: seconds(joinedAt),
  };
};

/** The deprecated Status: CLOSED was SUSPENDED there (AWS docs); what PENDING_ACTIVATION was is not established. */
const statusOf = ({ behaviour }: Context, state: WorldAccount['state']): { readonly Status?: string } => {
  const { pendingActivationStatus: pending } = behaviour;
  if (state === 'PENDING_ACTIVATION') return pending === 'absent' ? {} : { Status: pending.toUpperCase() };
  return { Status: state === 'CLOSED' ? 'SUSPENDED' : state };
};

/** An organizational unit as Organizations shows it. */
export const unitShape = (context: Context, { id, name }: WorldUnit): Readonly<Record<string, unknown>> => {
  const organization = organizationOf(context);
  return {
    Id: id,
    Arn: arnOf(organization, 'ou', id),
    Name: name,
    ...(context.behaviour.accountPaths === 'present' && {
      Path: `${[organization.id, ...pathTo(context.world, id)].join('/')}/`,
    }),
  };
};
