import type { Context } from '../../operation.ts';
import type { WorldUnit } from '../../world/world-file.ts';
import { organizationOf } from './access.ts';
import { areServiceControlPoliciesEnabled, serviceControl } from './policy-type.ts';
import { arnOf } from './shapes.ts';

/** How far a type of policies is in a root (AWS service model). */
type PolicyTypeStatus = 'ENABLED' | 'PENDING_ENABLE' | 'PENDING_DISABLE';

/** The root as Organizations shows it, with the types of policies that are enabled, or whose change is under way. */
export const rootShape = (
  context: Context,
  { id, name }: WorldUnit,
  status: PolicyTypeStatus | undefined = areServiceControlPoliciesEnabled(context) ? 'ENABLED' : undefined,
): Readonly<Record<string, unknown>> => ({
  Id: id,
  Arn: arnOf(organizationOf(context), 'root', id),
  Name: name,
  PolicyTypes: status ? [{ Type: serviceControl, Status: status }] : [],
});
