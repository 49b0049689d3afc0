import type { CommandModule } from '../command.ts';
import { withFormat } from '../format-options.ts';
import { readPolicyFile } from '../load-policy.ts';
import { type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { printFormatted } from '../print-report.ts';
import type { FormatOptions } from '../report-format.ts';
import { tellDiagnostics } from '../tell-diagnostics.ts';

/** Checks the policy file, without asking AWS anything. */
export const validate: CommandModule = {
  describe: (command) =>
    withFormat(withOutput(withPolicy(command)), ['terminal', 'json', 'sarif', 'github']).addHelpText(
      'after',
      `
Examples:
  orgcontacts validate
  orgcontacts validate --policy teams/contacts.yaml --json
  orgcontacts validate --format github        annotations at the lines that are wrong`,
    ),
  run: async ({ io, command }) => {
    const options = command.opts<FormatOptions & PolicyOptions>();
    const { text, parsed } = await readPolicyFile(io, options);
    const diagnostics = parsed.kind === 'valid' ? parsed.warnings : parsed.diagnostics;
    tellDiagnostics(io, diagnostics, text);
    const assignments = parsed.kind === 'valid' ? parsed.policy.assignments : [];
    const named = assignments.flatMap(({ wants }) =>
      Object.values(wants).flatMap((want) => (want.kind === 'contact' ? [want.contactName] : [])),
    );
    const report = {
      kind: 'validate',
      file: options.policy,
      contacts: new Set(named).size,
      assignments: assignments.length,
      diagnostics,
    } as const;
    await printFormatted(io, report, options);
    return parsed.kind === 'valid' ? 'done' : 'error';
  },
};
