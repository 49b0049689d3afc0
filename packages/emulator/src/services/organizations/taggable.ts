import type { Context, ServiceError } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { memberOf, type WorldState } from '../../world/world-state.ts';
import { organizationsError } from './access.ts';
import { immutablePolicy, isAwsManaged } from './policy-field.ts';

/** A root, an account, a unit, a policy, a resource policy or a responsibility transfer (AWS service model, TaggableResourceId). */
export const resourceField: Field = {
  name: 'ResourceId',
  type: 'string',
  required: true,
  max: 130,
  pattern:
    '(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})|(p-[0-9a-zA-Z_]{8,128})|(rp-[0-9a-zA-Z_]{4,128})|(rt-[0-9a-zA-Z_]{8,32})',
};

/** Something that has tags. */
interface Taggable {
  tags: Record<string, string>;
}

/** The member account, unit or policy of an id; undefined when there is none. */
export const resourceCalled = (world: WorldState, id: string): Taggable | undefined =>
  memberOf(world, id) ?? world.units.get(id) ?? world.policies.get(id);

/** The resource that a call names, with its tags; undefined when there is none. */
export const taggedResource = ({ world, input }: Context): Taggable | undefined =>
  resourceCalled(world, String(input['ResourceId']));

/** What is in the way of changing the tags of a resource: nobody changes AWS's own policy. */
export const taggingProblem = ({ input }: Context): ServiceError | undefined =>
  isAwsManaged(String(input['ResourceId'])) ? immutablePolicy : undefined;

export const targetNotFound = organizationsError(
  'TargetNotFoundException',
  "You specified a target that doesn't exist.",
);
