import type { Context } from '../../operation.ts';

/** A tag of a session. */
interface SessionTag {
  readonly Key: string;
  readonly Value: string;
}

/** A text that a call gave; undefined when it did not. */
export const textIn = ({ input }: Context, name: string): string | undefined => {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
};

/** The members of a list that a call gave; an empty list is sent as an empty text. */
export const listIn = ({ input }: Context, name: string): readonly unknown[] => {
  const value = input[name];
  return Array.isArray(value) ? value : [];
};

/** The session tags that a call gave, of those that are tags. */
export const tagsIn = (context: Context): readonly SessionTag[] => listIn(context, 'Tags').filter(isTag);

/** The keys of session tags to pass on. */
export const transitiveKeysIn = (context: Context): readonly string[] =>
  listIn(context, 'TransitiveTagKeys').filter((key) => typeof key === 'string');

/** The ARNs of the managed session policies. */
export const policyArnsIn = (context: Context): readonly string[] =>
  listIn(context, 'PolicyArns').flatMap((each) => {
    const arn = isObject(each) ? each['arn'] : undefined;
    return typeof arn === 'string' ? [arn] : [];
  });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isTag = (value: unknown): value is SessionTag =>
  isObject(value) && typeof value['Key'] === 'string' && typeof value['Value'] === 'string';
