import type { Context } from '../../operation.ts';
import type { WorldRole } from '../../world/principals-file.ts';
import { rolesOf } from '../../world/roles-of.ts';
import { seatOf } from '../../world/world-state.ts';
import { textIn } from './session-input.ts';

/** The role that a call names: where it should be, and whether it is there. */
export interface WantedRole {
  readonly arn: string;
  readonly accountId: string;
  readonly role: WorldRole | undefined;
}

/** Reads RoleArn; undefined when it is the ARN of something else than a role. */
export const wantedRole = (context: Context): WantedRole | undefined => {
  const arn = textIn(context, 'RoleArn') ?? '';
  const [, partition, accountId = '', name] = /^arn:(aws[\w-]*):iam::(\d{12}):role\/(.+)$/.exec(arn) ?? [];
  if (name === undefined) return undefined;
  const account = partition === 'aws' ? context.world.accounts.get(accountId) : undefined;
  const role = account && rolesOf(seatOf(context.world, accountId), account).find((each) => each.name === name);
  return { arn, accountId, role };
};

/** The role of a call that was let through. */
export const grantedRole = (context: Context): WantedRole & { readonly role: WorldRole } => {
  const wanted = wantedRole(context);
  if (!wanted?.role) throw new Error('A call was let through to a role that does not exist.');
  return { ...wanted, role: wanted.role };
};
