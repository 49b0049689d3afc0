import { type Context, type Operation, ok, refuse } from '../../operation.ts';
import { addUnit } from '../../world/place.ts';
import { childrenOf, pathTo } from '../../world/world-state.ts';
import { managementOnly, organizationsError } from './access.ts';
import { newId } from './new-id.ts';
import { needsOn, needsToCreate } from './organizations-needs.ts';
import { parentField, withParent } from './parent-field.ts';
import { unitShape } from './shapes.ts';
import { tagsField, tagsIn, tagsProblem } from './tags-field.ts';

/** Units nest five deep below the root (AWS docs: Organizations quotas). */
const deepest = 5;

export const createOrganizationalUnit: Operation = {
  name: 'CreateOrganizationalUnit',
  fields: [parentField, { name: 'Name', type: 'string', required: true, min: 1, max: 128 }, tagsField],
  authorize: managementOnly,
  needs: needsToCreate('ou', needsOn('ParentId')),
  handle: (context) =>
    withParent(context, (parent) => {
      const { world, input } = context;
      const problem = tagsProblem(context);
      if (problem) return refuse(problem);
      const name = String(input['Name']);
      if (siblingNames(context, parent).includes(name)) return refuse(duplicate);
      if (pathTo(world, parent).length > deepest) return refuse(tooDeep);
      const root = parent.split('-')[1] ?? '';
      const unit = { id: newId(world, `ou-${root}-`, 8), name, parent, tags: tagsIn(context) };
      addUnit(world, unit);
      return ok({ OrganizationalUnit: unitShape(context, unit) });
    }),
};

const siblingNames = ({ world }: Context, parent: string): readonly (string | undefined)[] =>
  childrenOf(world, parent).units.map((id) => world.units.get(id)?.name);

const duplicate = organizationsError(
  'DuplicateOrganizationalUnitException',
  'An OU with the same name already exists.',
);

const tooDeep = organizationsError(
  'ConstraintViolationException',
  'You have exceeded the number of levels that OUs can be nested.',
  'OU_DEPTH_LIMIT_EXCEEDED',
);
