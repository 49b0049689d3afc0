import { managedPolicy } from '../../iam/managed-policies.ts';
import { parsePolicyDocument } from '../../iam/parse-policy-document.ts';
import type { Context, ServiceError } from '../../operation.ts';
import { policyArnsIn, tagsIn, textIn } from './session-input.ts';

/** So many characters inline and managed session policies may have together (AWS docs: AssumeRole). */
const mostCharacters = 2048;

/** So many managed policies can be given (AWS docs: AssumeRole). */
const mostPolicies = 10;

/** What is wrong with the session policies of a call. */
export const policyFault = (context: Context): ServiceError | undefined => {
  const text = textIn(context, 'Policy');
  const arns = policyArnsIn(context);
  if (arns.length > mostPolicies) return tooMany;
  const used = packedSize(context);
  if (used !== undefined && used > 100) return tooLarge(used);
  const unknown = arns.find((arn) => !managedPolicy(arn));
  if (unknown !== undefined) return notAttachable(unknown);
  return text !== undefined && parsePolicyDocument(text, 'session').kind === 'malformed' ? malformed(text) : undefined;
};

/** The session policies of a call, as it gives them: the text of a document, and ARNs of managed ones. */
export const givenPolicies = (context: Context): string[] => {
  const text = textIn(context, 'Policy');
  return [...(text === undefined ? [] : [text]), ...policyArnsIn(context)];
};

/**
 * How much of the space for them the session policies take, in percent; undefined when there is nothing to pack. AWS packs policies and
 * tags in a form that is not documented; here the characters of the policies are counted.
 */
export const packedSize = (context: Context): number | undefined => {
  const text = textIn(context, 'Policy');
  const arns = policyArnsIn(context);
  if (text === undefined && arns.length === 0 && tagsIn(context).length === 0) return undefined;
  return Math.ceil(([text ?? '', ...arns].join('').length * 100) / mostCharacters);
};

/** AWS docs: troubleshoot PackedPolicyTooLarge. */
const tooLarge = (percent: number): ServiceError => ({
  code: 'PackedPolicyTooLarge',
  status: 400,
  message: `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`,
});

/** Sentences as IAM has them; not observed here. */
const malformed = (text: string): ServiceError => ({
  code: 'MalformedPolicyDocument',
  status: 400,
  message: isJson(text) ? 'Syntax errors in policy.' : 'The policy is not in the valid JSON format.',
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Not observed. */
const tooMany: ServiceError = {
  code: 'ValidationError',
  status: 400,
  message: `1 validation error detected: Value at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to ${mostPolicies}`,
};

/** Sentence as IAM has it; not observed here. */
const notAttachable = (arn: string): ServiceError => ({
  code: 'ValidationError',
  status: 400,
  message: `Policy ${arn} does not exist or is not attachable.`,
});
