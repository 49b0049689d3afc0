import { readFile } from 'node:fs/promises';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { type ParsedPolicy, parsePolicy } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { countText } from '../report/count-text.ts';
import { groupBy } from '../report/group-by.ts';
import { CliError } from './cli-error.ts';
import type { Io } from './io.ts';
import type { PolicyOptions } from './output-options.ts';
import { makeReadReference } from './read-reference.ts';
import { tellDiagnostics } from './tell-diagnostics.ts';

/** A policy file read: its text, and what became of it. */
export interface ReadPolicy {
  readonly text: string;
  readonly parsed: ParsedPolicy;
}

/** A policy without an error, and the file that it came from. */
export interface LoadedPolicy {
  readonly policy: Policy;
  readonly text: string;
  readonly file: string;
  readonly warnings: readonly Diagnostic[];
  /** Warnings are errors. */
  readonly isStrict: boolean;
}

/** Reads and parses a policy file; a file that cannot be read is an error that says what to do. */
export const readPolicyFile = async (io: Io, { policy: file, strict }: PolicyOptions): Promise<ReadPolicy> => {
  const text = await readFile(file, 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    throw new CliError(
      'error',
      `The policy file ${file} cannot be read: ${thrown.code === 'ENOENT' ? 'there is no such file' : thrown.message}.`,
      'Write a first one with: orgcontacts init. Name another one with --policy FILE; docs/policy-file.md shows what it holds.',
    );
  });
  const parsed = parsePolicy(text, file, { readReference: makeReadReference(io, file), now: io.clock.now() });
  return { text, parsed: strict ? asStrict(parsed) : parsed };
};

const asStrict = (parsed: ParsedPolicy): ParsedPolicy => {
  if (parsed.kind === 'valid' && parsed.warnings.length === 0) return parsed;
  const diagnostics = parsed.kind === 'valid' ? parsed.warnings : parsed.diagnostics;
  return { kind: 'invalid', diagnostics: asErrors(diagnostics) };
};

const asErrors = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.map((each) => ({ ...each, severity: 'error' }));

/** Loads the policy or ends the command with everything that is wrong with it. Warnings are counted and do not stop anything. */
export const loadPolicy = async (io: Io, options: PolicyOptions): Promise<LoadedPolicy> => {
  const { text, parsed } = await readPolicyFile(io, options);
  const { policy: file, strict: isStrict = false } = options;
  if (parsed.kind === 'valid') {
    countWarnings(io, file, parsed.warnings);
    return { policy: parsed.policy, text, file, warnings: parsed.warnings, isStrict };
  }
  tellDiagnostics(io, parsed.diagnostics, text);
  throw new CliError('error', `${file} is not valid; nothing was asked of AWS.`, '', parsed.diagnostics);
};

/** One line for all of them: whoever plans every day knows them, and validate shows them. */
const countWarnings = (io: Io, file: string, warnings: readonly Diagnostic[]): void => {
  if (warnings.length === 0) return;
  const counts = groupBy(warnings, ({ code }) => code).map((group) => `${group.length} ${group[0].code}`);
  const text = `${file} has ${countText(warnings.length, 'warning')} (${counts.join(', ')}); see with: orgcontacts validate`;
  io.err(`${io.paint('warning', text)}\n`);
};

/** Tells what the organization shows of a policy, and ends the command if any of it is an error. */
export const judgePolicy = (io: Io, { text, file, isStrict }: LoadedPolicy, found: readonly Diagnostic[]): void => {
  const diagnostics = isStrict ? asErrors(found) : found;
  tellDiagnostics(io, diagnostics, text);
  if (diagnostics.some(({ severity }) => severity === 'error'))
    throw new CliError('error', `${file} does not fit this organization; no contact was read.`, '', diagnostics);
};
