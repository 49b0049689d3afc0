import type { AccessRequest } from './access-request.ts';
import { holds, type KeyValues, valuesIn } from './holds.ts';
import { matchPattern } from './match-pattern.ts';
import type { Patterns, PolicyDocument, PolicyStatement } from './policy-document.ts';
import type { Variables } from './variables.ts';

/** Makes a question of a request: which statements of a policy speak of it. Who is principal is not asked. */
export const speaksOf = ({
  action,
  resource,
  keys,
}: AccessRequest): ((document: PolicyDocument) => readonly PolicyStatement[]) => {
  const valuesOf = valuesIn(keys);
  return ({ statements, hasVariables }) => {
    const variables = hasVariables ? variablesOf(valuesOf) : undefined;
    return statements.filter(
      (statement) =>
        includesAction(statement.actions, action) &&
        includes(statement.resources, resource, variables) &&
        meetsConditions(statement, valuesOf, variables),
    );
  };
};

/** Whether a request meets every condition of a statement. */
const meetsConditions = (
  { conditions }: PolicyStatement,
  valuesOf: KeyValues,
  variables: Variables | undefined,
): boolean => conditions.every((condition) => holds(condition, valuesOf, variables));

/** Any key of one value is a variable (AWS docs: policy variables). */
const variablesOf =
  (valuesOf: KeyValues): Variables =>
  (name) => {
    const found = valuesOf(name);
    if (found === undefined) return { kind: 'missing' };
    return typeof found === 'string' ? { kind: 'value', value: found } : { kind: 'multivalued' };
  };

const includes = ({ kind, patterns }: Patterns, text: string, variables?: Variables): boolean =>
  patterns.some((pattern) => matchPattern(pattern, text, variables)) === (kind === 'these');

/** The case of an action does not matter (AWS docs: IAM policy elements, Action). */
const includesAction = ({ kind, patterns }: Patterns, action: string): boolean =>
  patterns.some((pattern) => matchPattern(pattern.toLowerCase(), action.toLowerCase())) === (kind === 'these');
