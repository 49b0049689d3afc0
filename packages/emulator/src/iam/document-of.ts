import { managedPolicy } from './managed-policies.ts';
import { type PolicyUse, parsePolicyDocument } from './parse-policy-document.ts';
import type { PolicyDocument } from './policy-document.ts';

/** Reads a policy that was checked before: a document, its text, or the name of an AWS managed policy. */
export const documentOf = (raw: unknown, use: PolicyUse = 'identity'): PolicyDocument => {
  const managed = typeof raw === 'string' ? managedPolicy(raw) : undefined;
  if (managed) return managed;
  const read = parsePolicyDocument(raw, use);
  if (read.kind === 'malformed') throw new Error(`A policy was let through that is none: ${read.because}`);
  return read.policy;
};
