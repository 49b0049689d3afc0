import { readFile, writeFile } from 'node:fs/promises';
import { createTwoFilesPatch } from 'diff';
import { refusalOf } from '../../contact/contact-constraints.ts';
import { whereIs } from '../../diagnostic/diagnostic.ts';
import { isIncomplete } from '../../plan/plan.ts';
import type { AddressPlace } from '../../policy/find-addresses.ts';
import { type ReplacedAddress, replaceAddress } from '../../policy/replace-address.ts';
import type { AddressInPolicy } from '../../report/address-parts.ts';
import { countText } from '../../report/count-text.ts';
import { CliError } from '../cli-error.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { requireConsent } from '../consent.ts';
import { worst } from '../exit-code.ts';
import { type FilterOptions, withFilters } from '../filter-options.ts';
import { forecastPlan } from '../forecast-plan.ts';
import type { Io } from '../io.ts';
import { makeLivePlan } from '../live-plan.ts';
import { loadPolicy } from '../load-policy.ts';
import { type OutputOptions, type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { makeReadReference } from '../read-reference.ts';
import { tellDiagnostics } from '../tell-diagnostics.ts';
import { defaultValidity } from '../validity.ts';

interface ReplaceOptions extends ConnectionOptions, FilterOptions, OutputOptions, PolicyOptions {
  readonly yes?: boolean;
  /** False with --no-plan. */
  readonly plan: boolean;
}

type Replaced = Extract<ReplacedAddress, { kind: 'replaced' }>;

/** Puts one address in the place of another in the policy file, and shows what that would change. */
export const replace: CommandModule = {
  describe: (command) =>
    withOutput(withFilters(withConnection(withPolicy(command))))
      .argument('<old>', 'the address that is no longer to be used')
      .argument('<new>', 'the address in its place')
      .option('--yes', 'do not ask before the policy file is changed; needed where there is no terminal')
      .option('--no-plan', 'only edit the file; asks nothing of AWS')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts replace mary@example.com security-desk@example.com
  orgcontacts replace mary@example.com security-desk@example.com --yes --no-plan

The file is shown as it would be, then asked about, then edited in place: comments and layout stay.
What that changes in AWS is shown as a plan; orgcontacts apply carries it out.
Exit status as for plan; 3 when nobody agreed.`,
      ),
  run: async ({ io, args, command }) => {
    const options = command.opts<ReplaceOptions>();
    const [old = '', replacement = ''] = args;
    const refusal = refusalOf('email', replacement);
    if (refusal !== undefined) throw new CliError('error', `AWS would refuse the new address: ${refusal}.`);
    const { text, replaced } = await replaceIn(io, options, { old, replacement });
    const { policy: file } = options;
    if (replaced.edits.length > 0) {
      io.err(`${shownDiff(io, file, text, replaced, options)}\n`);
      await requireConsent(io, options.yes, {
        count: replaced.edits.length,
        verb: 'replace',
        noun: 'address',
        plural: 'addresses',
      });
      await writeFile(file, replaced.text);
    }
    const edits = {
      kind: 'replaced',
      file,
      edits: replaced.edits.map(inReport),
      outside: replaced.outside.map(inReport),
    } as const;
    if (!options.plan || replaced.edits.length === 0) {
      printReport(io, { ...edits, plan: null, forecast: null }, options);
      return 'done';
    }
    const loaded = await loadPolicy(io, options);
    return withConnected(io, options, async (connection) => {
      const plan = await makeLivePlan(io, connection, { loaded, filters: options, validFor: defaultValidity });
      printReport(io, { ...edits, plan, forecast: forecastPlan(plan.changes, connection.quotas) }, options);
      return worst([
        ...(plan.breaches.length > 0 ? (['refused'] as const) : []),
        ...(isIncomplete(plan) ? (['incomplete'] as const) : []),
      ]);
    });
  },
};

const replaceIn = async (
  io: Io,
  { policy: file }: PolicyOptions,
  addresses: { readonly old: string; readonly replacement: string },
): Promise<{ readonly text: string; readonly replaced: Replaced }> => {
  const text = await readFile(file, 'utf8').catch((thrown: Error) => {
    throw new CliError(
      'error',
      `The policy file ${file} cannot be read: ${thrown.message}.`,
      'Name another one with --policy FILE.',
    );
  });
  const options = { readReference: makeReadReference(io, file), now: io.clock.now() };
  const replaced = replaceAddress(text, file, addresses, options);
  if (replaced.kind === 'replaced') return { text, replaced };
  tellDiagnostics(io, replaced.diagnostics, replaced.text);
  throw new CliError('error', `${file} would not be valid; it was not changed.`, '', replaced.diagnostics);
};

/** A diff at a terminal; where nobody asked for personal data, only the places. */
const shownDiff = (
  io: Io,
  file: string,
  text: string,
  { text: edited, edits }: Replaced,
  { showValues }: OutputOptions,
): string => {
  if (!io.errIsTerminal && !showValues)
    return `${countText(edits.length, 'address', 'addresses')} in ${file}: line ${edits.map(({ place: { line } }) => line).join(', ')}`;
  const patch = createTwoFilesPatch(file, file, text, edited, '', '', { context: 2 });
  return patch
    .slice(patch.indexOf('---'))
    .split('\n')
    .map((line) => painted(io, line))
    .join('\n')
    .trimEnd();
};

const painted = (io: Io, line: string): string => {
  if (line.startsWith('+')) return io.paint('create', line);
  return line.startsWith('-') ? io.paint('delete', line) : line;
};

const inReport = ({ email, contactName, place, isReference }: AddressPlace): AddressInPolicy => ({
  email,
  contactName,
  where: whereIs(place),
  isReference,
});
