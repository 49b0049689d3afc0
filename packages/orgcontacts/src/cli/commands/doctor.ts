import { InvalidArgumentError } from 'commander';
import { makeCaller } from '../../caller/caller.ts';
import { reach } from '../../caller/reach.ts';
import { type AccountId, parseAccountId } from '../../contact/account-id.ts';
import { diagnose, leadsTo, type Probe, type Probes } from '../../doctor/diagnose.ts';
import type { Facts } from '../../doctor/facts.ts';
import { type DoctorFinding, finding } from '../../doctor/findings.ts';
import { observeFacts } from '../../doctor/observe-facts.ts';
import { standingOf } from '../../doctor/standing.ts';
import { ok } from '../../failure/failure.ts';
import { makeAwsGateway } from '../../gateway/aws/aws-gateway.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { withManagement } from '../../gateway/with-management.ts';
import { makeFileJournalStore } from '../../journal/file/file-journal-store.ts';
import type { Target } from '../../org/target.ts';
import { quotaTables } from '../../pace/quota-table.ts';
import type { CommandModule } from '../command.ts';
import { managementGateway, placeOf } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { fileExists } from '../file-exists.ts';
import type { Io } from '../io.ts';
import { type JournalOptions, withJournal } from '../journal-options.ts';
import { readPolicyFile } from '../load-policy.ts';
import { type OutputOptions, type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { printReport } from '../print-report.ts';

interface DoctorOptions extends ConnectionOptions, OutputOptions, PolicyOptions, JournalOptions {
  readonly account?: AccountId;
}

/** Says who is calling, what that reaches, and what is missing, each with the fact it rests on and the fix. */
export const doctor: CommandModule = {
  describe: (command) =>
    withOutput(withJournal(withConnection(withPolicy(command))))
      .option('--account <id>', 'the account whose contact is read to see whether that works', readAccount)
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts doctor
  orgcontacts doctor --account 333344445555 --json

From AWS it only reads; it makes the journal folder, to see that it can. Where the facts do not decide, it says so, and what would decide.
Exit status: 0 no problem, 1 a problem, 6 something could not be told.`,
      ),
  run: async ({ io, command }) => {
    const options = command.opts<DoctorOptions>();
    const gateway = await makeAwsGateway(placeOf(options));
    const management = await managementGateway(options);
    try {
      const facts = await observeFacts(gateway);
      const findings = [
        nodeFinding(process.versions.node),
        ...diagnose(facts, await probe(gateway, management, facts, options.account)),
        ...partitionFindings(facts),
        await policyFinding(io, options),
        await journalFinding(options),
      ];
      printReport(io, { kind: 'doctor', findings }, options);
      if (findings.some(({ level }) => level === 'problem')) return 'error';
      return findings.some(({ level }) => level === 'cannot-tell') ? 'incomplete' : 'done';
    } finally {
      gateway.close();
      management?.close();
    }
  },
};

/** Reads one contact of the calling account and one of another, each in the context in which it can be reached. */
const probe = async (
  gateway: Gateway,
  management: Gateway | undefined,
  facts: Facts,
  wanted: AccountId | undefined,
): Promise<Probes> => {
  const { identity, organization, administrators } = facts;
  const second = management ? await management.getCallerIdentity() : null;
  const none = { accounts: null, own: null, member: null, management: second };
  if (identity.kind === 'failed') return none;
  const { accountId, arn } = identity.value;
  if (organization.kind === 'failed') return { ...none, own: await probeAt(gateway, within('standalone', accountId)) };
  const { id: organizationId, managementAccountId } = organization.value;
  const delegatedAdministrators = administrators.kind === 'known' ? administrators.value : [];
  const caller = {
    ...makeCaller({ accountId, arn, organizationId, managementAccountId, delegatedAdministrators }),
    ...(leadsTo(managementAccountId, second) && { reachesManagement: true }),
  };
  const reader =
    management && caller.reachesManagement ? withManagement(gateway, management, managementAccountId) : gateway;
  const probeOf = (id: AccountId) => {
    const reached = reach(caller, id);
    // What cannot be reached is tried all the same where somebody asks for it: the denial is what they want explained.
    return probeAt(reader, reached.kind === 'reachable' ? reached.target : within('organization', id));
  };
  const page = await gateway.listAccounts();
  const others =
    page.kind === 'ok' ? page.value.items.filter(({ id, state }) => id !== accountId && state === 'ACTIVE') : [];
  const other = wanted ?? others.find(({ id }) => id !== managementAccountId)?.id;
  return {
    accounts: standingOf(facts) === 'member' ? null : page.kind === 'ok' ? ok(page.value.items.length) : page,
    own: await probeOf(accountId),
    member: other === undefined ? null : await probeOf(other),
    management: second,
  };
};

const within = (context: Target['context'], accountId: AccountId): Target => ({ context, accountId });

const probeAt = async (gateway: Gateway, target: Target): Promise<Probe> => {
  const result = await gateway.getContact(target, 'SECURITY');
  if (result.kind === 'ok' || target.context === 'standalone') return { denial: { target }, result };
  return { denial: { target, described: await gateway.describeAccount(target.accountId) }, result };
};

const nodeFinding = (version: string): DoctorFinding => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? finding('node-version', 'ok', version)
    : finding('node-version', 'problem', `${version} is older than 20.19`, 'Install a newer Node.js.');
};

const partitionFindings = ({ identity }: Facts): readonly DoctorFinding[] => {
  if (identity.kind === 'failed') return [];
  const partition = identity.value.arn.split(':')[1] ?? 'aws';
  const quotas = quotaTables[partition];
  if (!quotas)
    return [
      finding(
        'partition',
        'problem',
        `${partition} has no documented API for alternate contacts`,
        'This tool works in aws and aws-cn.',
      ),
    ];
  const of = (operation: string) => `${quotas[`account:${operation}`]?.rate ?? 0} a second`;
  return [
    finding('partition', 'ok', partition),
    finding(
      'quotas',
      'ok',
      `reads ${of('GetAlternateContact')}, writes ${of('PutAlternateContact')}, deletes ${of('DeleteAlternateContact')}`,
    ),
  ];
};

const policyFinding = async (io: Io, options: DoctorOptions): Promise<DoctorFinding> => {
  if (!(await fileExists(options.policy)))
    return finding('policy', 'warning', `there is no ${options.policy}`, 'orgcontacts init, or orgcontacts import');
  const { parsed } = await readPolicyFile(io, options);
  return parsed.kind === 'valid'
    ? finding('policy', 'ok', `${options.policy} is valid`)
    : finding('policy', 'problem', `${options.policy} is not valid`, 'orgcontacts validate');
};

const journalFinding = async ({ journal }: DoctorOptions): Promise<DoctorFinding> => {
  try {
    await makeFileJournalStore(journal).freeBytes();
    return finding('journal', 'ok', journal);
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown)) throw thrown;
    return finding('journal', 'problem', thrown.message, 'Name a folder that can be written to: --journal FOLDER');
  }
};

const readAccount = (text: string): AccountId => {
  const id = parseAccountId(text);
  if (id === undefined) throw new InvalidArgumentError('An account id has twelve digits.');
  return id;
};
