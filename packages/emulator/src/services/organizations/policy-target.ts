import { type Context, type Outcome, refuse } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import type { WorldAccount, WorldUnit } from '../../world/world-file.ts';
import { memberOf } from '../../world/world-state.ts';
import { targetNotFound } from './taggable.ts';

/** What policies are attached to: the root, a unit or a member account. */
export type PolicyTarget = WorldUnit | WorldAccount;

/** The member that names one (AWS service model, PolicyTargetId). */
export const targetIdField: Field = {
  name: 'TargetId',
  type: 'string',
  required: true,
  max: 100,
  pattern: '(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})',
};

/** Goes on with a target that exists, or refuses. */
export const withTarget = ({ world, input }: Context, proceed: (target: PolicyTarget) => Outcome): Outcome => {
  const id = String(input['TargetId']);
  const target = memberOf(world, id) ?? world.units.get(id);
  return target ? proceed(target) : refuse(targetNotFound);
};
