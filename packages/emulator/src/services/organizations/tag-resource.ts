import { type Operation, ok, refuse } from '../../operation.ts';
import { managementOnly, organizationsError } from './access.ts';
import { resourceField, taggedResource, targetNotFound } from './taggable.ts';
import { tagList, tagsField, tagsIn } from './tags-field.ts';

/** Tags a resource can have (AWS docs: Organizations quotas). */
const most = 50;
/** Keys 1 to 128 characters (AWS service model); the prefix aws: is reserved. */
const keyPattern = /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;
const valuePattern = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

export const tagResource: Operation = {
  name: 'TagResource',
  fields: [resourceField, { ...tagsField, required: true }],
  authorize: managementOnly,
  handle: (context) => {
    const resource = taggedResource(context);
    if (!resource) return refuse(targetNotFound);
    const sent = tagList(context.input['Tags']);
    if (new Set(sent.map(({ Key }) => Key)).size < sent.length) return refuse(duplicateKey);
    if (!sent.every(({ Key, Value }) => keyPattern.test(String(Key)) && valuePattern.test(String(Value))))
      return refuse(badTag);
    const tags = { ...resource.tags, ...tagsIn(context) };
    if (Object.keys(tags).length > most) return refuse(tooMany);
    resource.tags = tags;
    return ok();
  },
};

const duplicateKey = organizationsError('InvalidInputException', 'Tag keys must be unique.', 'DUPLICATE_TAG_KEY');

const badTag = organizationsError(
  'InvalidInputException',
  'You provided a value that does not match the required pattern.',
  'INVALID_PATTERN:TAGS',
);

const tooMany = organizationsError(
  'ConstraintViolationException',
  'You have exceeded the number of tags allowed on this resource.',
  'MAX_TAG_LIMIT_EXCEEDED',
);
