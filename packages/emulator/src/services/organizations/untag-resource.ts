import { type Operation, ok, refuse } from '../../operation.ts';
import { managementOnly, organizationsError } from './access.ts';
import { resourceField, taggedResource, targetNotFound } from './taggable.ts';
import { isTagKey } from './tags-field.ts';

export const untagResource: Operation = {
  name: 'UntagResource',
  fields: [resourceField, { name: 'TagKeys', type: 'list', required: true }],
  authorize: managementOnly,
  handle: (context) => {
    const resource = taggedResource(context);
    if (!resource) return refuse(targetNotFound);
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
