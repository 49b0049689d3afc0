import { type Operation, ok, refuse } from '../../operation.ts';
import { managementOnly } from './access.ts';
import { resourceField, taggedResource, targetNotFound } from './taggable.ts';

export const untagResource: Operation = {
  name: 'UntagResource',
  fields: [resourceField, { name: 'TagKeys', type: 'list', required: true }],
  authorize: managementOnly,
  handle: (context) => {
    const resource = taggedResource(context);
    if (!resource) return refuse(targetNotFound);
    const keys = new Set(Array.isArray(context.input['TagKeys']) ? context.input['TagKeys'] : []);
    resource.tags = Object.fromEntries(Object.entries(resource.tags).filter(([key]) => !keys.has(key)));
    return ok();
  },
};
