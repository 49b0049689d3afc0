import { access } from 'node:fs/promises';
import { InvalidArgumentError, Option } from 'commander';
import { contactNeeds, widestNeeds } from '../../iam/contact-needs.ts';
import type { PolicyDocument } from '../../iam/documents.ts';
import { identityPolicy, type Purpose } from '../../iam/identity-policy.ts';
import { contactsScp, trustPolicy } from '../../iam/role-documents.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import type { Io } from '../io.ts';
import { loadPolicy } from '../load-policy.ts';
import { type OutputOptions, type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { printReport } from '../print-report.ts';

interface IamOptions extends ConnectionOptions, OutputOptions, PolicyOptions {
  readonly for: Purpose;
  readonly scp?: readonly string[];
  readonly trust?: string;
  readonly externalId?: string;
  readonly partition: string;
}

/** Prints the IAM documents that go with a policy file. */
export const iam: CommandModule = {
  describe: (command) =>
    withOutput(withConnection(withPolicy(command)))
      .addOption(
        new Option('--for <purpose>', 'what the identity is to do')
          .choices(['plan', 'apply', 'setup'])
          .default('apply'),
      )
      .addOption(
        new Option(
          '--scp <roles>',
          'instead: the SCP that lets only roles of these names (commas between) change contacts; asks nothing of AWS',
        )
          .argParser(readRoles)
          .conflicts('trust'),
      )
      .option(
        '--trust <principal>',
        'instead: the trust policy for a role that this account or ARN may assume',
        readPrincipal,
      )
      .option('--external-id <id>', 'with --trust: only for whoever names this id')
      .addOption(new Option('--partition <name>', 'with --scp').choices(['aws', 'aws-cn']).default('aws'))
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts iam --for plan > plan.json           what a role needs that only plans contacts.yaml
  aws iam create-policy --policy-name contacts --policy-document "$(orgcontacts iam)"
  orgcontacts iam --scp OrgContactsAdmin
  orgcontacts iam --trust arn:aws:iam::111122223333:role/ci

It is made for exactly this policy file and this caller, an undo included; nothing in it can be left out.
Without a policy file it holds everything that this tool can need. sts:GetCallerIdentity needs no permission.`,
      ),
  run: async ({ io, command }) => {
    const options = command.opts<IamOptions>();
    const { scp, trust, externalId } = options;
    if (scp) {
      io.err(
        'Attach it to the root or to units; it never touches the management account. The role of the delegated administrator has to be named.\n',
      );
      return print(io, 'scp', contactsScp(scp, options.partition), options);
    }
    if (trust !== undefined) return print(io, 'trust', trustPolicy(trust, externalId), options);
    const needs = await needsFor(io, command.getOptionValueSource('policy') === 'cli', options);
    return withConnected(io, options, async ({ caller }) =>
      print(io, options.for, identityPolicy({ purpose: options.for, caller, needs }), options),
    );
  },
};

const needsFor = async (io: Io, isNamed: boolean, options: IamOptions) => {
  if (options.for === 'setup') return widestNeeds;
  const isThere = await access(options.policy).then(
    () => true,
    () => false,
  );
  if (isNamed || isThere) return contactNeeds((await loadPolicy(io, options)).policy);
  io.err(`There is no ${options.policy}: the widest policy is printed. With a policy file it is narrower.\n`);
  return widestNeeds;
};

const print = (io: Io, purpose: Purpose | 'scp' | 'trust', document: PolicyDocument, options: OutputOptions) => {
  printReport(io, { kind: 'iam', purpose, document }, options);
  return 'done' as const;
};

const readRoles = (text: string): readonly string[] => {
  const roles = text.split(',').map((role) => role.trim());
  if (roles.every((role) => /^[\w+=,.@-]{1,64}$/.test(role))) return roles;
  throw new InvalidArgumentError('Expected names of roles, with commas between.');
};

const readPrincipal = (text: string): string => {
  if (/^\d{12}$|^arn:aws[\w-]*:(iam|sts)::\d{12}:.+$/.test(text)) return text;
  throw new InvalidArgumentError('Expected an account id, or the ARN of a user or role.');
};
