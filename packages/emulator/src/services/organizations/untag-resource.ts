import { type Operation, ok, refuse } from '../../operation.ts';
import { managementOnly, organizationsError } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { resourceField, taggedResource, taggingProblem, targetNotFound } from './taggable.ts';
import { isTagKey } from './tags-field.ts';

export const untagResource: Operation = {
  name: 'UntagResource',
  fields: [resourceField, { name: 'TagKeys', type: 'list', required: true }],
  authorize: managementOnly,
  needs: needsOn('ResourceId'),
  handle: (context) => {
    const resource = taggedResource(context);
    if (!resource) return refuse(targetNotFound);
    const problem = taggingProblem(context);
    if (problem) return refuse(problem);
    const sent: readonly unknown[] = Array.isArray(context.input['TagKeys']) ? context.input['TagKeys'] : [];
    if (!sent.every(isTagKey)) return refuse(badKey);
    const keys = new Set<unknown>(sent);
    resource.tags = Object.fromEntries(Object.entries(resource.tags).filter(([key]) => !keys.has(key)));
    return ok();
  },
};

const badKey = organizationsError(
  'InvalidInputException',
  'You provided a value that does not match the required pattern.',
  'INVALID_PATTERN:TAG_KEYS',
);
