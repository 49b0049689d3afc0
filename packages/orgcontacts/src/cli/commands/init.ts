import type { Gateway } from '../../gateway/gateway.ts';
import { listAll } from '../../gateway/list-all.ts';
import { type OrgOutline, renderFirstPolicy } from '../../infer/first-policy.ts';
import { isActive, type Org, type OrgAccount } from '../../org/org.ts';
import { rootPath } from '../../org/unit-path.ts';
import { CliError } from '../cli-error.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { fileExists } from '../file-exists.ts';
import type { Io } from '../io.ts';
import { type OutputOptions, withOutput } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { makeProgress } from '../progress.ts';
import { readOrg } from '../read-live.ts';
import { writeKeeping } from '../write-file.ts';

interface InitOptions extends ConnectionOptions, OutputOptions {
  readonly policy: string;
  readonly force?: boolean;
}

/** Writes a first policy file; asks nothing. */
export const init: CommandModule = {
  describe: (command) =>
    withOutput(withConnection(command))
      .option('--policy <file>', 'the file to write', 'contacts.yaml')
      .option('--force', 'write it although there is one; the old one is kept as .bak')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts init
  orgcontacts init --policy teams/contacts.yaml

Its comments name the units and tags of your organization, if it can be reached; it only reads.
Nothing can be planned with the file before its placeholders are filled in.`,
      ),
  run: async ({ io, command }) => {
    const options = command.opts<InitOptions>();
    const { policy: file } = options;
    if (!options.force && (await fileExists(file)))
      throw new CliError(
        'error',
        `There is a file ${file} already; it was not changed.`,
        'Write another one with --policy FILE, or this one with --force: the old one is then kept as .bak.',
      );
    const outline = await outlineOf(io, options);
    const kept = await writeKeeping(file, renderFirstPolicy(outline));
    printReport(io, { kind: 'initiated', file, kept, organization: outline?.id ?? null }, options);
    return 'done';
  },
};

/** Null when no organization can be reached: a first file can be written anywhere. */
const outlineOf = async (io: Io, options: InitOptions): Promise<OrgOutline | null> => {
  try {
    return await withConnected(io, options, async (connection) => {
      // An ordinary member sees one account of many: counted, it would be told for the whole organization.
      const org = await readOrg(io, connection, { tags: false, names: true });
      return {
        id: org.id,
        accounts: org.accounts.length,
        units: unitsOf(org),
        tags: await sampleTags(io, connection.reading, org),
      };
    });
  } catch (thrown) {
    if (!(thrown instanceof CliError)) throw thrown;
    io.err(`${io.paint('warning', thrown.message)}\n`);
    return null;
  }
};

const unitsOf = ({ units, accounts }: Org): OrgOutline['units'] =>
  (units.kind === 'known' ? units.value : []).flatMap(({ id, path }) =>
    path === null || path === rootPath
      ? []
      : [{ path, accounts: accounts.filter((account) => isIn(account, id)).length }],
  );

const isIn = ({ units }: OrgAccount, id: string): boolean =>
  units.kind === 'known' && units.value.some((step) => step.id === id);

/** Tags cost one call an account; a few accounts show which keys there are. */
const mostSampled = 40;

const sampleTags = async (io: Io, gateway: Gateway, org: Org): Promise<OrgOutline['tags']> => {
  const progress = makeProgress(io);
  const sample = org.accounts.filter(isActive).slice(0, mostSampled);
  const found = new Map<string, Set<string>>();
  for (const [index, { id }] of sample.entries()) {
    progress.update(`Reading the organization: tags ${index + 1} of ${sample.length}`);
    const tags = await listAll((token) => gateway.listTags(id, token));
    // Tags are examples here: where they cannot be read, there are none.
    if (tags.kind === 'failed') break;
    for (const [key, value] of tags.value) found.set(key, (found.get(key) ?? new Set()).add(value));
  }
  progress.end();
  return [...found].map(([key, values]) => ({ key, values: [...values].sort() })).sort(byKey);
};

const byKey = (one: { readonly key: string }, other: { readonly key: string }): number =>
  one.key < other.key ? -1 : 1;
