import { access } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import { makeCaller } from '../../caller/caller.ts';
import { reach } from '../../caller/reach.ts';
import { type AccountId, parseAccountId } from '../../contact/account-id.ts';
import { diagnose, type Probe, type Probes } from '../../doctor/diagnose.ts';
import type { Facts } from '../../doctor/facts.ts';
import { type DoctorFinding, finding } from '../../doctor/findings.ts';
import { observeFacts } from '../../doctor/observe-facts.ts';
import { ok } from '../../failure/failure.ts';
import { makeAwsGateway } from '../../gateway/aws/aws-gateway.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { makeFileJournalStore } from '../../journal/file/file-journal-store.ts';
import { quotaTables } from '../../pace/quota-table.ts';
import type { CommandModule } from '../command.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
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

It reads only. Where the facts do not decide, it says so, and what would decide.
Exit status: 0 no problem, 1 a problem, 6 something could not be told.`,
      ),
  run: async ({ io, command }) => {
    const options = command.opts<DoctorOptions>();
    const { profile, region } = options;
    const gateway = await makeAwsGateway({ ...(profile && { profile }), ...(region && { region }) });
    try {
      const facts = await observeFacts(gateway);
      const findings = [
        nodeFinding(process.versions.node),
        ...diagnose(facts, await probe(gateway, facts, options.account)),
        ...partitionFindings(facts),
        await policyFinding(io, options),
        await journalFinding(options),
      ];
      printReport(io, { kind: 'doctor', findings }, options);
      if (findings.some(({ level }) => level === 'problem')) return 'error';
      return findings.some(({ level }) => level === 'cannot-tell') ? 'incomplete' : 'done';
    } finally {
      gateway.close();
    }
  },
};

/** Reads one contact of the calling account and one of another, each in the context in which it can be reached. */
const probe = async (gateway: Gateway, facts: Facts, wanted: AccountId | undefined): Promise<Probes> => {
  const { identity, organization, administrators } = facts;
  if (identity.kind === 'failed') return { accounts: null, own: null, member: null };
  const { accountId, arn } = identity.value;
  if (organization.kind === 'failed')
    return { accounts: null, own: await probeAt(gateway, 'standalone', accountId), member: null };
  const caller = makeCaller({
    accountId,
    arn,
    organizationId: organization.value.id,
    managementAccountId: organization.value.managementAccountId,
    delegatedAdministrators: administrators.kind === 'known' ? administrators.value : [],
  });
  const contextOf = (id: AccountId) => {
    const reached = reach(caller, id);
    return reached.kind === 'reachable' ? reached.target.context : 'organization';
  };
  const page = await gateway.listAccounts();
  const others =
    page.kind === 'ok' ? page.value.items.filter(({ id, state }) => id !== accountId && state === 'ACTIVE') : [];
  const other = wanted ?? others.find(({ id }) => id !== caller.managementAccountId)?.id;
  return {
    accounts: caller.role === 'member' ? null : page.kind === 'ok' ? ok(page.value.items.length) : page,
    own: await probeAt(gateway, contextOf(accountId), accountId),
    member: other === undefined ? null : await probeAt(gateway, contextOf(other), other),
  };
};

const probeAt = async (
  gateway: Gateway,
  context: 'standalone' | 'organization',
  accountId: AccountId,
): Promise<Probe> => {
  const target = { context, accountId };
  const result = await gateway.getContact(target, 'SECURITY');
  if (result.kind === 'ok' || context === 'standalone') return { denial: { target }, result };
  return { denial: { target, described: await gateway.describeAccount(accountId) }, result };
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
  const isThere = await access(options.policy).then(
    () => true,
    () => false,
  );
  if (!isThere)
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
