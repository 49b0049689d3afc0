import type { Context } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';

export const tagsField: Field = { name: 'Tags', type: 'list' };

/** The tags of a request as a mapping. */
export const tagsIn = ({ input }: Context): Record<string, string> =>
  Object.fromEntries(tagList(input['Tags']).map(({ Key, Value }) => [String(Key), String(Value)]));

/** The tags of a request as they were sent. */
export const tagList = (tags: unknown): readonly { readonly Key?: unknown; readonly Value?: unknown }[] =>
  Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'object' && tag !== null) : [];
