import { readFile } from 'node:fs/promises';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { renderDiagnostic } from '../diagnostic/render-diagnostic.ts';
import { type ParsedPolicy, parsePolicy } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { CliError } from './cli-error.ts';
import { hideContacts } from './hide-contacts.ts';
import type { Io } from './io.ts';

/** A policy file read: its text, and what became of it. */
export interface ReadPolicy {
  readonly text: string;
  readonly parsed: ParsedPolicy;
}

/** Reads and parses a policy file; a file that cannot be read is an error that says what to do. */
export const readPolicyFile = async (file: string): Promise<ReadPolicy> => {
  const text = await readFile(file, 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    throw new CliError(
      'error',
      `The policy file ${file} cannot be read: ${thrown.code === 'ENOENT' ? 'there is no such file' : thrown.message}.`,
      'Name another one with --policy FILE. docs/policy-file.md shows what it holds; orgcontacts demo shows one at work.',
    );
  });
  return { text, parsed: parsePolicy(text, file) };
};

/** Loads the policy or ends the command with everything that is wrong with it. Warnings are told and do not stop anything. */
export const loadPolicy = async (io: Io, file: string): Promise<{ readonly policy: Policy; readonly text: string }> => {
  const { text, parsed } = await readPolicyFile(file);
  const diagnostics = parsed.kind === 'valid' ? parsed.warnings : parsed.diagnostics;
  tellDiagnostics(io, diagnostics, text);
  if (parsed.kind === 'valid') return { policy: parsed.policy, text };
  throw new CliError('error', `${file} is not valid; nothing was asked of AWS.`, '', diagnostics);
};

/** Shows diagnostics with their lines, on standard error; in a log the contacts in those lines are hidden. */
export const tellDiagnostics = (io: Io, diagnostics: readonly Diagnostic[], text: string): void => {
  const shown = io.errIsTerminal ? text : hideContacts(text);
  for (const diagnostic of diagnostics) {
    const [head = '', ...rest] = renderDiagnostic(diagnostic, shown).split('\n');
    io.err(`${[io.paint(diagnostic.severity === 'error' ? 'bad' : 'warning', head), ...rest].join('\n')}\n\n`);
  }
};
