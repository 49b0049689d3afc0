import { parsePolicyDocument } from '../../iam/parse-policy-document.ts';
import type { Context, ServiceError } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import { organizationsError } from './access.ts';

/** So long may the content of a service control policy be, in characters (AWS docs: Organizations quotas). */
const longest = 10_240;

/** The members that describe a policy (AWS service model). */
export const contentField: Field = { name: 'Content', type: 'string', min: 1 };
export const descriptionField: Field = { name: 'Description', type: 'string', max: 512 };
export const nameField: Field = { name: 'Name', type: 'string', min: 1, max: 128 };

/** What is wrong with the content of a service control policy; it is kept as it was sent, blanks included (AWS docs). */
export const contentProblem = ({ behaviour }: Context, content: string): ServiceError | undefined => {
  const length = behaviour.lengthUnit === 'code-point' ? [...content].length : content.length;
  if (length > longest) return tooLong;
  return parsePolicyDocument(content).kind === 'malformed' ? malformed : undefined;
};

/** What is wrong with the name of a policy: another one has it. */
export const nameProblem = ({ world }: Context, name: string, ownId?: string): ServiceError | undefined =>
  [...world.policies.values()].some((policy) => policy.name === name && policy.id !== ownId)
    ? duplicatePolicy
    : undefined;

/** The sentence is reported by users, the reason is of the service model. */
const tooLong = organizationsError(
  'ConstraintViolationException',
  'You have exceeded the maximum policy size.',
  'POLICY_CONTENT_LIMIT_EXCEEDED',
);

/** Observed on live AWS. */
const malformed = organizationsError(
  'MalformedPolicyDocumentException',
  'The provided policy document does not meet the requirements of the specified policy type.',
);

/** The sentence is reported by users. */
const duplicatePolicy = organizationsError(
  'DuplicatePolicyException',
  'A policy with the specified name and type already exists.',
);
