import { type Operation, refuse } from '../../operation.ts';
import { managementOrDelegated } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';
import { resourceField, taggedResource, targetNotFound } from './taggable.ts';

/** The only paginated operation without MaxResults (AWS service model). */
export const listTagsForResource: Operation = {
  name: 'ListTagsForResource',
  fields: [resourceField, ...pageFields.slice(0, 1)],
  authorize: managementOrDelegated,
  needs: needsOn('ResourceId'),
  handle: (context) => {
    const resource = taggedResource(context);
    return resource
      ? pageOf(context, 'Tags', Object.entries(resource.tags), ([Key, Value]) => ({ Key, Value }))
      : refuse(targetNotFound);
  },
};
