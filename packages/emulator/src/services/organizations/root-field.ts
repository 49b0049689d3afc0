import { type Context, type Outcome, refuse } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import type { WorldUnit } from '../../world/world-file.ts';
import { organizationsError } from './access.ts';

/** The member that names a root (AWS service model). */
export const rootIdField: Field = {
  name: 'RootId',
  type: 'string',
  required: true,
  max: 34,
  pattern: 'r-[0-9a-z]{4,32}',
};

/** Goes on with the root that a call names, or refuses; the sentence is reported by users. */
export const withRoot = ({ world, input }: Context, proceed: (root: WorldUnit) => Outcome): Outcome => {
  const root = world.units.get(String(input['RootId']));
  return root
    ? proceed(root)
    : refuse(organizationsError('RootNotFoundException', "You specified a root that doesn't exist."));
};
