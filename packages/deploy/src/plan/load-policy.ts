import { type Diagnostic, type Policy, parsePolicy, type ReadReference } from 'orgcontacts';
import { keys } from '../work/objects.ts';
import type { Tools } from '../work/tools.ts';

/** The policy cannot be used: nothing was asked of AWS, and trying again changes nothing. */
class PolicyInvalid extends Error {
  override readonly name = 'PolicyInvalid';
}

/** Loads and parses the policy of an organization; throws `PolicyInvalid` with everything that is wrong with it. */
export const loadPolicy = async ({ objects, clock, variable }: Tools, name: string): Promise<Policy> => {
  const file = keys.policy(name);
  const text = await objects.get(file);
  if (text === undefined)
    throw new PolicyInvalid(`There is no policy at ${file} in the bucket: put contacts.yaml there.`);
  const parsed = parsePolicy(text, file, { readReference: readVariables(variable), now: clock.now() });
  if (parsed.kind === 'invalid') throw invalid(parsed.diagnostics);
  return parsed.policy;
};

/** Ends the work where the organization shows that the policy does not fit it; warnings pass. */
export const requireFit = (found: readonly Diagnostic[]): void => {
  if (found.some(({ severity }) => severity === 'error')) throw invalid(found);
};

/** Messages name codes and places; the lines themselves may hold contacts, and stay where they are. */
const invalid = (diagnostics: readonly Diagnostic[]): PolicyInvalid =>
  new PolicyInvalid(
    diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, place }) => `${place.file}:${place.line}:${place.column} ${code}: ${message}`)
      .join('\n'),
  );

/** There are no files beside a policy in the bucket; variables are set at the function. */
const readVariables =
  (variable: Tools['variable']): ReadReference =>
  (reference) => {
    if (reference.kind !== 'env') return { kind: 'missing', because: 'is a file, and the deployment has none' };
    const text = variable(reference.name);
    return text === undefined
      ? { kind: 'missing', because: 'is no variable of the function' }
      : { kind: 'value', text };
  };
