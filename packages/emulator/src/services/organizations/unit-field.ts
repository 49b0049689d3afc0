import { type Context, type Outcome, refuse } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import type { WorldUnit } from '../../world/world-file.ts';
import { organizationsError } from './access.ts';

/** The member that names an organizational unit, which the root is not (AWS service model). */
export const unitIdField: Field = {
  name: 'OrganizationalUnitId',
  type: 'string',
  required: true,
  max: 68,
  pattern: 'ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}',
};

/** Goes on with the unit that a call names, or refuses. */
export const withUnit = ({ world, input }: Context, proceed: (unit: WorldUnit) => Outcome): Outcome => {
  const unit = world.units.get(String(input['OrganizationalUnitId']));
  return unit ? proceed(unit) : refuse(unitNotFound);
};

/** The sentence is that of the service model, not observed. */
const unitNotFound = organizationsError(
  'OrganizationalUnitNotFoundException',
  "You specified an organizational unit that doesn't exist.",
);
