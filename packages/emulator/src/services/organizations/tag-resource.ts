import { type Operation, ok, refuse } from '../../operation.ts';
import { managementOnly } from './access.ts';
import { resourceField, taggedResource, targetNotFound } from './taggable.ts';
import { mostTags, tagsField, tagsIn, tagsProblem, tooManyTags } from './tags-field.ts';

export const tagResource: Operation = {
  name: 'TagResource',
  fields: [resourceField, { ...tagsField, required: true }],
  authorize: managementOnly,
  handle: (context) => {
    const resource = taggedResource(context);
    if (!resource) return refuse(targetNotFound);
    const problem = tagsProblem(context);
    if (problem) return refuse(problem);
    const tags = { ...resource.tags, ...tagsIn(context) };
    if (Object.keys(tags).length > mostTags) return refuse(tooManyTags);
    resource.tags = tags;
    return ok();
  },
};
