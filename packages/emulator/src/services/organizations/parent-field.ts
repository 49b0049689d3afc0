import { type Context, type Outcome, refuse } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { organizationsError } from './access.ts';

/** A root or an organizational unit (AWS service model). */
export const parentPattern = '(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})';

export const parentField: Field = {
  name: 'ParentId',
  type: 'string',
  required: true,
  max: 100,
  pattern: parentPattern,
};

/** Goes on with a unit that exists, or refuses. */
export const withParent = (context: Context, proceed: (id: string) => Outcome): Outcome => {
  const id = String(context.input['ParentId']);
  return context.world.units.has(id)
    ? proceed(id)
    : refuse(organizationsError('ParentNotFoundException', "You specified parent that doesn't exist."));
};
