import type { Stack } from 'aws-cdk-lib/core';
import { MemberEvents } from '../stack/organization-events.ts';
import { busArnParameter } from './parameters.ts';

/** Fills the stack that StackSets puts into members. */
export const memberTemplate = (stack: Stack): void => {
  stack.templateOptions.description =
    'orgcontacts in a member, by StackSets, in us-east-1: forwards the standalone edits of its own contacts, which show nowhere else.';
  new MemberEvents(stack, 'Events', { busArn: busArnParameter(stack).valueAsString });
};
