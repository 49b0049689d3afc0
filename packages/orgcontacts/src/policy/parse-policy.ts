import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { makePolicy } from './make-policy.ts';
import type { Policy } from './policy.ts';
import { type ParseOptions, readPolicyText } from './read-policy-text.ts';

/** A policy file read: the policy, or everything that is wrong with it; in the order of the file. */
export type ParsedPolicy =
  | { readonly kind: 'valid'; readonly policy: Policy; readonly warnings: readonly Diagnostic[] }
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads the text of a policy file; `file` is how diagnostics call it. It reports everything that is wrong at once, never throws, and never
 * half-accepts.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises';
 * import { parsePolicy } from 'orgcontacts';
 *
 * const parsed = parsePolicy(await readFile('contacts.yaml', 'utf8'), 'contacts.yaml', { now: Date.now() });
 * if (parsed.kind === 'valid') console.log(parsed.policy.assignments.length);
 * else for (const { code, message, place } of parsed.diagnostics) console.error(`${place.line}: ${code}: ${message}`);
 * ```
 */
export const parsePolicy = (text: string, file: string, options: ParseOptions = {}): ParsedPolicy => {
  const { draft, diagnostics } = readPolicyText(text, file, options);
  return draft === undefined || diagnostics.some(({ severity }) => severity === 'error')
    ? { kind: 'invalid', diagnostics }
    : { kind: 'valid', policy: makePolicy(draft, text), warnings: diagnostics };
};
