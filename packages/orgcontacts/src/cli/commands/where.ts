import { readFile } from 'node:fs/promises';
import { whereIs } from '../../diagnostic/diagnostic.ts';
import { findAddresses } from '../../policy/find-addresses.ts';
import { readPolicyText } from '../../policy/read-policy-text.ts';
import type { AddressInPolicy } from '../../report/address-parts.ts';
import { matchesGlob } from '../../selector/glob.ts';
import { CliError } from '../cli-error.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { type FilterOptions, withFilters } from '../filter-options.ts';
import type { Io } from '../io.ts';
import { isUnknown, readRows } from '../live-rows.ts';
import { type OutputOptions, type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { makeReadReference } from '../read-reference.ts';

type WhereOptions = ConnectionOptions & FilterOptions & OutputOptions & PolicyOptions;

/** Finds an address everywhere: in the policy file and in live contacts. */
export const where: CommandModule = {
  describe: (command) =>
    withOutput(withFilters(withConnection(withPolicy(command))))
      .argument('<email>', 'an address; * and ? are wildcards, case does not matter')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts where mary@example.com
  orgcontacts where '*@old.example.com' --json

Without a policy file only live contacts are searched.
Exit status: 0, or 6 when a contact could not be read or reached.`,
      ),
  run: async ({ io, args, command }) => {
    const options = command.opts<WhereOptions>();
    const email = (args[0] ?? '').trim().toLowerCase();
    if (email === '')
      throw new CliError('error', 'There is nothing to look for.', 'Name an address, as mary@example.com.');
    const isMeant = (address: string): boolean => matchesGlob(email, address.trim().toLowerCase());
    const isNamed = command.getOptionValueSource('policy') === 'cli';
    const inPolicy = await findInPolicy(io, options, isNamed, isMeant);
    return withConnected(io, options, async (connection) => {
      const all = await readRows(io, connection, { filters: options, paths: false });
      const rows = all.filter(({ observed }) => observed.kind === 'set' && isMeant(observed.contact.email));
      const unknown = all.filter(isUnknown).length;
      printReport(
        io,
        {
          kind: 'where',
          email,
          policy: inPolicy === null ? null : options.policy,
          inPolicy: inPolicy ?? [],
          rows,
          unknown,
        },
        options,
      );
      return unknown > 0 ? 'incomplete' : 'done';
    });
  },
};

/** Null when there is no policy file, and nobody said that there is one. */
const findInPolicy = async (
  io: Io,
  options: PolicyOptions,
  isNamed: boolean,
  isMeant: (address: string) => boolean,
): Promise<readonly AddressInPolicy[] | null> => {
  const file = options.policy;
  const text = await readFile(file, 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT' && !isNamed) return null;
    throw new CliError(
      'error',
      `The policy file ${file} cannot be read: ${thrown.message}.`,
      'Name another one with --policy FILE.',
    );
  });
  if (text === null) return null;
  const { draft } = readPolicyText(text, file, { readReference: makeReadReference(io, file) });
  if (!draft)
    throw new CliError(
      'error',
      `${file} is no YAML that can be searched.`,
      'orgcontacts validate says what is wrong with it.',
    );
  return findAddresses(draft)
    .filter(({ email }) => isMeant(email))
    .map(({ email, contactName, place, isReference }) => ({
      email,
      contactName,
      where: whereIs(place),
      isReference,
    }));
};
