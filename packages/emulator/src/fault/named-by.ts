import type { Input } from '../operation.ts';

/** The members of a request that name what it is about (AWS service models). */
const members = ['AccountId', 'ResourceId', 'ParentId', 'ChildId', 'TargetId', 'StandardAccountId'] as const;

/** The accounts, units and resources that a request names. */
export const namedBy = (input: Input): readonly string[] =>
  members.map((member) => input[member]).filter((value) => typeof value === 'string');

/** Whether a call is about something: it names it, or names nothing and comes from it. */
export const isAbout = (id: string, named: readonly string[], callerId: string): boolean =>
  named.length === 0 ? id === callerId : named.includes(id);
