import type { Context, ServiceError } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { organizationsError } from './access.ts';

export const tagsField: Field = { name: 'Tags', type: 'list' };

/** Tags a resource can have (AWS docs: Organizations quotas). */
const mostTags = 50;
/** Keys of 1 to 128 characters (AWS service model). */
const keyPattern = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;
/** Keys with this beginning, in any case, are AWS's own (AWS docs: tagging). */
const reserved = /^aws:/i;
const valuePattern = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

/** What is wrong with the tags of a request: they are a list of keys and values, each key once, and not too many with those there. */
export const tagsProblem = (
  { input }: Context,
  present: Readonly<Record<string, string>> = {},
): ServiceError | undefined => {
  const sent = listOf(input['Tags']);
  const tags = sent.filter(isTag);
  if (tags.length < sent.length) return badTag;
  if (tags.some(({ Key }) => reserved.test(Key))) return systemTag;
  if (new Set(tags.map(({ Key }) => Key)).size < tags.length) return duplicateKey;
  const keys = new Set([...Object.keys(present), ...tags.map(({ Key }) => Key)]);
  return keys.size > mostTags ? tooManyTags : undefined;
};

/** The tags of a request as a mapping; what is no tag is left out. */
export const tagsIn = ({ input }: Context): Record<string, string> =>
  Object.fromEntries(
    listOf(input['Tags'])
      .filter(isTag)
      .map(({ Key, Value }) => [Key, Value]),
  );

const tooManyTags = organizationsError(
  'ConstraintViolationException',
  'You have exceeded the number of tags allowed on this resource.',
  'MAX_TAG_LIMIT_EXCEEDED',
);

/** Whether something can be the key of a tag. */
export const isTagKey = (key: unknown): key is string => typeof key === 'string' && keyPattern.test(key);

const listOf = (tags: unknown): readonly unknown[] => (Array.isArray(tags) ? tags : []);

const isTag = (tag: unknown): tag is { readonly Key: string; readonly Value: string } =>
  typeof tag === 'object' &&
  tag !== null &&
  'Key' in tag &&
  'Value' in tag &&
  typeof tag.Value === 'string' &&
  isTagKey(tag.Key) &&
  valuePattern.test(tag.Value);

const duplicateKey = organizationsError('InvalidInputException', 'Tag keys must be unique.', 'DUPLICATE_TAG_KEY');

const systemTag = organizationsError(
  'InvalidInputException',
  'You specified a tag key that is a system tag.',
  'INVALID_SYSTEM_TAGS_PARAMETER',
);

const badTag = organizationsError(
  'InvalidInputException',
  'You provided a value that does not match the required pattern.',
  'INVALID_PATTERN:TAGS',
);
