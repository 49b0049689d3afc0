import { type Operation, ok, refuse } from '../../operation.ts';
import { managementOnly } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { resourceField, taggedResource, taggingProblem, targetNotFound } from './taggable.ts';
import { tagsField, tagsIn, tagsProblem } from './tags-field.ts';

export const tagResource: Operation = {
  name: 'TagResource',
  fields: [resourceField, { ...tagsField, required: true }],
  authorize: managementOnly,
  needs: needsOn('ResourceId'),
  handle: (context) => {
    const resource = taggedResource(context);
    if (!resource) return refuse(targetNotFound);
    const problem = taggingProblem(context) ?? tagsProblem(context, resource.tags);
    if (problem) return refuse(problem);
    resource.tags = { ...resource.tags, ...tagsIn(context) };
    return ok();
  },
};
