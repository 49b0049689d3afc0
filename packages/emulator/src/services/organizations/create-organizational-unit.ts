import { type Operation, ok, refuse } from '../../operation.ts';
import { addUnit } from '../../world/place.ts';
import { pathTo } from '../../world/world-state.ts';
import { managementOnly, organizationsError } from './access.ts';
import { newId } from './new-id.ts';
import { needsOn, needsToCreate } from './organizations-needs.ts';
import { parentField, withParent } from './parent-field.ts';
import { unitShape } from './shapes.ts';
import { tagsField, tagsIn, tagsProblem } from './tags-field.ts';
import { duplicateName, isNameTaken, unitNameField } from './unit-name.ts';

/** Units nest five deep below the root (AWS docs: Organizations quotas). */
const deepest = 5;

/** So many units can an organization have (AWS docs: Organizations quotas, copy of 2026). */
const mostUnits = 2000;

export const createOrganizationalUnit: Operation = {
  name: 'CreateOrganizationalUnit',
  fields: [parentField, { ...unitNameField, required: true }, tagsField],
  authorize: managementOnly,
  needs: needsToCreate('ou', needsOn('ParentId')),
  handle: (context) =>
    withParent(context, (parent) => {
      const { world, input } = context;
      const problem = tagsProblem(context);
      if (problem) return refuse(problem);
      const name = String(input['Name']);
      if (isNameTaken(context, parent, name)) return refuse(duplicateName);
      if (pathTo(world, parent).length > deepest) return refuse(tooDeep);
      // The root is a unit of the world, and none of AWS's.
      if (world.units.size > mostUnits) return refuse(tooMany);
      const root = parent.split('-')[1] ?? '';
      const unit = { id: newId(world, `ou-${root}-`, 8), name, parent, tags: tagsIn(context) };
      addUnit(world, unit);
      return ok({ OrganizationalUnit: unitShape(context, unit) });
    }),
};

const tooDeep = organizationsError(
  'ConstraintViolationException',
  'You have exceeded the number of levels that OUs can be nested.',
  'OU_DEPTH_LIMIT_EXCEEDED',
);

/** The reason is of the service model; the wording was not observed. */
const tooMany = organizationsError(
  'ConstraintViolationException',
  'You attempted to exceed the number of OUs that you can have in an organization.',
  'OU_NUMBER_LIMIT_EXCEEDED',
);
