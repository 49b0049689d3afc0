import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { noLint } from '../policy/lint-settings.ts';
import type { ParsedPolicy } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/policy.ts';

/** A policy file as it stands. */
export interface PolicyInUse {
  /** Null when there is no file. */
  readonly text: string | null;
  /** Undefined where the file has errors: what may be read is then not known either. */
  readonly policy: Policy | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Nothing is managed, and nothing excluded. */
const noPolicy: Policy = { mode: 'report-only', assignments: [], exclude: [], lint: noLint, hash: '' };

/** Makes what is used of a policy file from its text; without a file nothing is managed. */
export const usePolicy = (text: string | null, parse: (text: string) => ParsedPolicy): PolicyInUse => {
  if (text === null) return { text, policy: noPolicy, diagnostics: [] };
  const parsed = parse(text);
  return parsed.kind === 'valid'
    ? { text, policy: parsed.policy, diagnostics: parsed.warnings }
    : { text, policy: undefined, diagnostics: parsed.diagnostics };
};
