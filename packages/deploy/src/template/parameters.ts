import { CfnCondition, CfnParameter, Fn, type Stack } from 'aws-cdk-lib/core';

/** Parameters that several templates have, each with the pattern that its value has to match. */
export const accountIdParameter = (stack: Stack, id: string, description: string): CfnParameter =>
  new CfnParameter(stack, id, {
    description,
    allowedPattern: '^\\d{12}$',
    constraintDescription: 'An account id is twelve digits.',
  });

/** The id of the organization. */
export const organizationIdParameter = (stack: Stack): CfnParameter =>
  new CfnParameter(stack, 'OrganizationId', {
    description: 'The id of the organization, as aws organizations describe-organization gives it.',
    allowedPattern: '^o-[a-z0-9]{10,32}$',
    constraintDescription: 'The id of an organization begins with o-.',
  });

/** A question with the answers yes and no, and the condition that the answer is yes. */
export const question = (stack: Stack, id: string, description: string, answer: 'yes' | 'no'): CfnCondition => {
  const parameter = new CfnParameter(stack, id, { description, allowedValues: ['yes', 'no'], default: answer });
  return new CfnCondition(stack, `${id}IsYes`, { expression: Fn.conditionEquals(parameter.valueAsString, 'yes') });
};

/** The ARN of the bus in the delegated administrator. */
export const busArnParameter = (stack: Stack): CfnParameter =>
  new CfnParameter(stack, 'BusArn', {
    description: 'The ARN of the event bus, from the outputs of the stack in the delegated administrator.',
    allowedPattern: '^arn:aws(-cn)?:events:[a-z0-9-]+:\\d{12}:event-bus/orgcontacts$',
    constraintDescription: 'The ARN of an event bus called orgcontacts.',
  });
