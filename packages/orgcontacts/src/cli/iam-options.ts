import { type Command, InvalidArgumentError, Option } from 'commander';
import { type AccountId, parseAccountId } from '../contact/account-id.ts';
import type { IamHolder } from '../iam/iam-holder.ts';
import type { Purpose } from '../iam/identity-policy.ts';
import { CliError } from './cli-error.ts';
import type { ConnectionOptions } from './connection-options.ts';
import type { OutputOptions, PolicyOptions } from './output-options.ts';

/** What `iam` can be told. */
export interface IamOptions extends ConnectionOptions, OutputOptions, PolicyOptions {
  readonly for: Purpose;
  readonly undo: boolean;
  readonly scp?: readonly string[];
  readonly trust?: string;
  readonly externalId?: string;
  readonly account?: AccountId;
  readonly organization?: string;
  readonly caller?: AccountId;
  readonly partition: string;
}

/** Adds the options of `iam`. */
export const withIam = (command: Command): Command =>
  command
    .addOption(
      new Option('--for <purpose>', 'what the identity is to do').choices(['plan', 'apply', 'setup']).default('apply'),
    )
    .option('--no-undo', 'without what only taking a run back needs')
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
    .addOption(
      new Option('--external-id <id>', 'with --trust: only for whoever names this id').argParser(readExternalId),
    )
    .option('--account <id>', 'the management account; with --organization nothing is asked of AWS', readAccount)
    .option('--organization <id>', 'the organization, as o-exampleorgid', readOrganization)
    .option(
      '--caller <id>',
      'the account that calls, or that has the roles of --scp; else the management account',
      readAccount,
    )
    .addOption(new Option('--partition <name>', 'where AWS is not asked').choices(['aws', 'aws-cn']).default('aws'));

/**
 * Who is meant, where nobody is to be asked; undefined where AWS says it. Whoever is not the management account is taken for the delegated
 * administrator: an ordinary member looks after nobody.
 */
export const namedHolder = ({ account, organization, caller, partition }: IamOptions): IamHolder | undefined => {
  if (account === undefined && organization === undefined && caller === undefined) return undefined;
  if (account === undefined || organization === undefined)
    throw new CliError(
      'error',
      'Without AWS, both the management account and the organization have to be named.',
      'Say --account ID --organization ID, and --caller ID for the delegated administrator; or none of them.',
    );
  return {
    accountId: caller ?? account,
    managementAccountId: account,
    organizationId: organization,
    partition,
    role: caller === undefined || caller === account ? 'management' : 'delegated-administrator',
  };
};

const readAccount = (text: string): AccountId => {
  const id = parseAccountId(text);
  if (id === undefined) throw new InvalidArgumentError('An account id has twelve digits.');
  return id;
};

const readOrganization = (text: string): string => {
  // AWS service model, OrganizationId.
  if (/^o-[a-z0-9]{10,32}$/.test(text)) return text;
  throw new InvalidArgumentError('Expected the id of an organization, as o-exampleorgid.');
};

const readRoles = (text: string): readonly string[] => {
  const roles = text.split(',').map((role) => role.trim());
  // AWS service model of IAM, roleNameType and pathType.
  if (roles.every((role) => /^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/.test(role))) return roles;
  throw new InvalidArgumentError('Expected names of roles, with their path if they have one, and commas between.');
};

const readPrincipal = (text: string): string => {
  if (/^\d{12}$|^arn:aws[\w-]*:(iam|sts)::\d{12}:[\w+=,.@/-]+$/.test(text)) return text;
  throw new InvalidArgumentError('Expected an account id, or the ARN of a user or role; wildcards do not work there.');
};

const readExternalId = (text: string): string => {
  // AWS service model of STS, externalIdType.
  if (/^[\w+=,.@:/-]{2,1224}$/.test(text)) return text;
  throw new InvalidArgumentError('Expected 2 to 1224 letters, digits and + = , . @ : / - without blanks.');
};
