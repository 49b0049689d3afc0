import type { Context, ServiceError } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { organizationsError } from './access.ts';

export const tagsField: Field = { name: 'Tags', type: 'list' };

/** Tags a resource can have (AWS docs: Organizations quotas). */
export const mostTags = 50;
/** Keys 1 to 128 characters (AWS service model); the prefix aws: is reserved. */
const keyPattern = /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;
const valuePattern = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

/** What is wrong with the tags of a request: they are a list of keys and values, each key once. */
export const tagsProblem = ({ input }: Context): ServiceError | undefined => {
  const sent = listOf(input['Tags']);
  const tags = sent.filter(isTag);
  if (tags.length < sent.length) return badTag;
  if (new Set(tags.map(({ Key }) => Key)).size < tags.length) return duplicateKey;
  return tags.length > mostTags ? tooManyTags : undefined;
};

/** The tags of a request as a mapping; what is no tag is left out. */
export const tagsIn = ({ input }: Context): Record<string, string> =>
  Object.fromEntries(
    listOf(input['Tags'])
      .filter(isTag)
      .map(({ Key, Value }) => [Key, Value]),
  );

export const tooManyTags = organizationsError(
  'ConstraintViolationException',
  'You have exceeded the number of tags allowed on this resource.',
  'MAX_TAG_LIMIT_EXCEEDED',
);

const listOf = (tags: unknown): readonly unknown[] => (Array.isArray(tags) ? tags : []);

const isTag = (tag: unknown): tag is { readonly Key: string; readonly Value: string } =>
  typeof tag === 'object' &&
  tag !== null &&
  'Key' in tag &&
  'Value' in tag &&
  typeof tag.Key === 'string' &&
  typeof tag.Value === 'string' &&
  keyPattern.test(tag.Key) &&
  valuePattern.test(tag.Value);

const duplicateKey = organizationsError('InvalidInputException', 'Tag keys must be unique.', 'DUPLICATE_TAG_KEY');

const badTag = organizationsError(
  'InvalidInputException',
  'You provided a value that does not match the required pattern.',
  'INVALID_PATTERN:TAGS',
);
