import type { Context, ServiceError } from '../../operation.ts';
import { type Field, violationsOf } from '../../shape/field.ts';
import { pathOf, sentence, validationError } from '../../shape/sts-violations.ts';
import { listIn, tagsIn, transitiveKeysIn } from './session-input.ts';

const characters = '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]';

/** AWS service model: tagKeyType, tagValueType. */
const key: Field = { name: 'Key', type: 'string', required: true, min: 1, max: 128, pattern: `${characters}+` };
const value: Field = { name: 'Value', type: 'string', required: true, max: 256, pattern: `${characters}*` };

/** AWS service model: arnType. */
const arn: Field = { name: 'arn', type: 'string', required: true, min: 20, max: 2048 };

/** What is wrong with the members of the lists of a call, and with its tags taken together. */
export const tagFaults = (context: Context): ServiceError | undefined => {
  const wrong = [
    ...faultsIn(context, 'Tags', [key, value]),
    ...faultsIn(context, 'PolicyArns', [arn]),
    ...listIn(context, 'TransitiveTagKeys').flatMap((each, at) =>
      faultsOf({ Key: each }, [key], () => `transitiveTagKeys.${at + 1}.member`),
    ),
  ];
  return wrong.length > 0 ? validationError(wrong) : repeatedTag(context);
};

/** A list of structures. */
const faultsIn = (context: Context, name: string, fields: readonly Field[]): readonly string[] =>
  listIn(context, name).flatMap((member, at) =>
    faultsOf(member, fields, (inside) => `${pathOf(name)}.${at + 1}.member.${pathOf(inside)}`),
  );

const faultsOf = (member: unknown, fields: readonly Field[], place: (inside: string) => string): readonly string[] => {
  // What is no structure has no members.
  const structure = typeof member === 'object' && member !== null ? { ...member } : {};
  return violationsOf(fields, structure, (text) => text.length).map((violation) =>
    sentence(violation, place(violation.field.name)),
  );
};

/** Keys that differ by case only are the same (AWS docs: AssumeRole; code and sentences as other emulators checked them with AWS). */
const repeatedTag = (context: Context): ServiceError | undefined => {
  const keys = tagsIn(context).map(({ Key }) => Key.toLowerCase());
  if (new Set(keys).size < keys.length)
    return invalidParameter('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  return transitiveKeysIn(context).every((each) => keys.includes(each.toLowerCase()))
    ? undefined
    : invalidParameter('The specified transitive tag key must be included in the requested tags.');
};

/** A parameter that does not go with the others. */
export const invalidParameter = (message: string): ServiceError => ({
  code: 'InvalidParameterValue',
  status: 400,
  message,
});
