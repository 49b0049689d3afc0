import type { Context } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { childrenOf } from '../../world/world-state.ts';
import { organizationsError } from './access.ts';

/** The member that holds the name of a unit (AWS service model). */
export const unitNameField: Field = { name: 'Name', type: 'string', min: 1, max: 128 };

/** Whether another unit below the same parent has a name: siblings have different ones (AWS service model). */
export const isNameTaken = ({ world }: Context, parent: string, name: string, own?: string): boolean =>
  childrenOf(world, parent).units.some((id) => id !== own && world.units.get(id)?.name === name);

export const duplicateName = organizationsError(
  'DuplicateOrganizationalUnitException',
  'An OU with the same name already exists.',
);
