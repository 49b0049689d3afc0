import { type ContactNeeds, contactNeeds, widestNeeds } from '../../iam/contact-needs.ts';
import type { PolicyDocument } from '../../iam/documents.ts';
import type { IamHolder } from '../../iam/iam-holder.ts';
import { identityPolicy, type Purpose } from '../../iam/identity-policy.ts';
import { reasonsFor } from '../../iam/reasons.ts';
import { contactsScp, trustPolicy } from '../../iam/role-documents.ts';
import { CliError } from '../cli-error.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { withConnection } from '../connection-options.ts';
import { fileExists } from '../file-exists.ts';
import { type IamOptions, namedHolder, withIam } from '../iam-options.ts';
import type { Io } from '../io.ts';
import { loadPolicy } from '../load-policy.ts';
import { type OutputOptions, withOutput, withPolicy } from '../output-options.ts';
import { printReport } from '../print-report.ts';

/** Prints the IAM documents that go with a policy file. */
export const iam: CommandModule = {
  describe: (command) =>
    withOutput(withIam(withConnection(withPolicy(command)))).addHelpText(
      'after',
      `
Examples:
  orgcontacts iam --for plan > plan.json           what a role needs that only plans contacts.yaml
  aws iam create-policy --policy-name contacts --policy-document "$(orgcontacts iam)"
  orgcontacts iam --account 111122223333 --organization o-exampleorgid --caller 222233334444
  orgcontacts iam --scp OrgContactsAdmin --caller 222233334444
  orgcontacts iam --trust arn:aws:iam::111122223333:role/ci

It is made for exactly this policy file and this caller, an undo included; nothing in it can be left out.
Without a policy file it holds everything that this tool can need. Why each action is there goes to
standard error, the document alone to standard output. docs/iam.md says more.`,
    ),
  run: async ({ io, command }) => {
    const options = command.opts<IamOptions>();
    const { scp, trust, externalId } = options;
    if (scp) {
      io.err(scpNotes(options));
      return print(io, 'scp', contactsScp(scp, options.partition, options.caller), options);
    }
    if (trust !== undefined) return print(io, 'trust', trustPolicy(trust, externalId), options);
    const needs = await needsFor(io, command.getOptionValueSource('policy') === 'cli', options);
    const named = namedHolder(options);
    if (named) return printIdentity(io, named, needs, options);
    // Its own role need not be there yet: nothing is asked of the management account.
    const { managementProfile, managementRoleArn, ...plain } = options;
    return withConnected(io, plain, async ({ caller }) => printIdentity(io, caller, needs, options));
  },
};

const scpNotes = ({ caller }: IamOptions): string => {
  const where =
    caller === undefined
      ? 'Roles of these names in every account are let through, so that whoever may create a role in a member can pass: name the account that has them with --caller ID.\n'
      : '';
  return `Attach it to the root or to units; it never touches the management account. The role of the delegated administrator has to be named.\n${where}`;
};

/** What the policy needs; null where every command and policy is meant. */
const needsFor = async (io: Io, isNamed: boolean, options: IamOptions): Promise<ContactNeeds | null> => {
  if (options.for === 'setup') return widestNeeds;
  if (isNamed || (await fileExists(options.policy)))
    return contactNeeds((await loadPolicy(io, options)).policy, options.undo);
  io.err(`There is no ${options.policy}: the widest policy is printed. With a policy file it is narrower.\n`);
  return null;
};

const printIdentity = (io: Io, caller: IamHolder, needs: ContactNeeds | null, options: IamOptions) => {
  if (options.for === 'setup' && caller.role !== 'management')
    throw new CliError(
      'error',
      `Only the management account may set this up, and this is ${caller.accountId}.`,
      `Make the policy for ${caller.managementAccountId}: call from there, or leave --caller out.`,
    );
  const document = identityPolicy({
    purpose: options.for,
    caller,
    needs: needs ?? widestNeeds,
    // Nobody has observed whether AWS gives Paths in China.
    paths: needs !== null && caller.partition === 'aws',
    managementRoleArn: options.managementRoleArn ?? null,
  });
  const reasons = reasonsFor(document);
  const width = Math.max(...reasons.map(({ action }) => action.length));
  for (const { action, because } of reasons) io.err(`  ${action.padEnd(width)}  ${because}\n`);
  if (caller.role === 'delegated-administrator')
    io.err(`The contacts of the management account ${caller.managementAccountId} are out of its reach.\n`);
  return print(io, options.for, document, options);
};

const print = (io: Io, purpose: Purpose | 'scp' | 'trust', document: PolicyDocument, options: OutputOptions) => {
  printReport(io, { kind: 'iam', purpose, document }, options);
  return 'done' as const;
};
