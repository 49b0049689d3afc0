import { readFile } from 'node:fs/promises';
import { Option } from 'commander';
import { contactTypes } from '../../contact/contact-type.ts';
import { inferPolicy } from '../../infer/infer-policy.ts';
import { policyOfSheet } from '../../infer/policy-of-sheet.ts';
import { isActive } from '../../org/org.ts';
import { mostCharacters } from '../../policy/read-policy-text.ts';
import { readSheet } from '../../sheet/read-sheet.ts';
import { CliError } from '../cli-error.ts';
import type { CommandModule } from '../command.ts';
import { type Connection, withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import type { ExitReason } from '../exit-code.ts';
import { hideSheet } from '../hide-sheet.ts';
import type { Io } from '../io.ts';
import { type OutputOptions, withOutput } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { explainDenials, readContacts, readOrg } from '../read-live.ts';
import { tellDiagnostics } from '../tell-diagnostics.ts';
import { writeKeeping } from '../write-file.ts';

interface ImportOptions extends ConnectionOptions, OutputOptions {
  readonly policy: string;
  readonly byTag?: string;
  readonly csv?: string;
  readonly print?: boolean;
}

/** Makes a policy from the live contacts, or from a spreadsheet. It never writes to AWS. */
export const importPolicy: CommandModule = {
  describe: (command) =>
    withOutput(withConnection(command))
      .option('--policy <file>', 'the file to write; an existing one is kept as .bak', 'contacts.yaml')
      .option('--by-tag <key>', 'let assignments match values of this tag key')
      .addOption(
        new Option('--csv <file>', 'make the policy from a spreadsheet instead; asks nothing of AWS').conflicts(
          'byTag',
        ),
      )
      .addOption(new Option('--print', 'print the policy on standard output instead of writing it').conflicts('json'))
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts import
  orgcontacts import --by-tag team --print
  orgcontacts export --out contacts.csv         edit it, then
  orgcontacts import --csv contacts.csv

From live contacts: the smallest policy that gives every account what it has now, proven by planning it.
From a spreadsheet: blank cells leave a contact alone, the word absent deletes it, a half-filled contact
is an error. Either way the policy says mode: report-only, so that nothing changes before you say so.
Exit status: 0, or 6 when a contact could not be read; it is then left out as a gap.`,
      ),
  run: async ({ io, command }) => {
    const options = command.opts<ImportOptions>();
    if (options.csv !== undefined) return importSheet(io, options.csv, options);
    return withConnected(io, options, (connection) => importLive(io, connection, options));
  },
};

const importLive = async (io: Io, connection: Connection, options: ImportOptions): Promise<ExitReason> => {
  const { byTag } = options;
  // Names stand in comments only.
  const org = await readOrg(io, connection, { tags: byTag !== undefined, names: false });
  const active = org.accounts.filter(isActive);
  if (byTag !== undefined && active.some(({ tags }) => tags.kind === 'unreadable'))
    throw new CliError(
      'error',
      'The tags of some accounts could not be read, and the policy would leave those accounts undecided.',
      'Leave out --by-tag, or give this identity organizations:ListTagsForResource.',
    );
  const observed = await readContacts(
    io,
    connection,
    active.map(({ id }) => ({ accountId: id, types: contactTypes })),
  );
  await explainDenials(io, connection, observed);
  const comment = [
    schemaLine,
    `Made by orgcontacts import at ${new Date(io.clock.now()).toISOString()} from the live contacts of organization ${org.id}.`,
    'It gives every account what it has now, and only reports. When it says what you want, set mode: enforce.',
    'unmanaged # gap: nothing is set there, or it could not be read.',
  ];
  const inferred = inferPolicy(org, observed, { comment, ...(byTag !== undefined && { tagKey: byTag }) });
  if (inferred.kind === 'too-large') throw tooLarge(inferred.characters);
  if (inferred.kind === 'unproven')
    throw new CliError(
      'error',
      `The policy that was made does not reproduce the live contacts: ${inferred.because}. It was not written.`,
      'This is a defect of orgcontacts: please report it. import --csv, after export, is another way.',
    );
  const { text, kind: _, ...counts } = inferred;
  const kept = await give(io, text, options);
  if (!options.print)
    printReport(io, { kind: 'imported', file: options.policy, kept, accounts: active.length, ...counts }, options);
  return inferred.gaps.unreadable > 0 ? 'incomplete' : 'done';
};

const importSheet = async (io: Io, file: string, options: ImportOptions): Promise<ExitReason> => {
  const source = await readFile(file, 'utf8').catch((thrown: Error) => {
    throw new CliError(
      'error',
      `The spreadsheet ${file} cannot be read: ${thrown.message}.`,
      'Make one with: orgcontacts export --out FILE',
    );
  });
  const sheet = readSheet(source, file);
  const diagnostics = sheet.kind === 'rows' ? sheet.warnings : sheet.diagnostics;
  tellDiagnostics(io, diagnostics, io.errIsTerminal ? source : hideSheet(source));
  if (sheet.kind === 'invalid')
    throw new CliError('error', `${file} has errors; no policy was written.`, '', diagnostics);
  const comment = [
    schemaLine,
    `Made by orgcontacts import at ${new Date(io.clock.now()).toISOString()} from ${file}.`,
    'It only reports. When plan shows what you want, set mode: enforce.',
  ];
  const { text, ...counts } = policyOfSheet(sheet.rows, comment);
  if (text.length > mostCharacters) throw tooLarge(text.length);
  const kept = await give(io, text, options);
  if (!options.print)
    printReport(
      io,
      {
        kind: 'imported-sheet',
        from: file,
        file: options.policy,
        kept,
        rows: sheet.rows.length,
        ...counts,
        diagnostics,
      },
      options,
    );
  return 'done';
};

const tooLarge = (characters: number): CliError =>
  new CliError(
    'error',
    `The policy would have ${characters} characters, and at most ${mostCharacters} are read. It was not written.`,
    'Contacts that differ by what their accounts are called, or by a tag, can be one with a template: begin with orgcontacts init, and see docs/policy-file.md.',
  );

const schemaLine = 'yaml-language-server: $schema=./node_modules/orgcontacts/policy.schema.json';

const give = async (io: Io, text: string, { print, policy }: ImportOptions): Promise<string | null> => {
  if (!print) return writeKeeping(policy, text);
  io.out(text);
  return null;
};
