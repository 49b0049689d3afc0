import { type Command, InvalidArgumentError, Option } from 'commander';

/** How to reach AWS, and how fast. */
export interface ConnectionOptions {
  readonly profile?: string;
  readonly region?: string;
  readonly quotaShare: number;
  readonly quotaTimes?: number;
  readonly managementProfile?: string;
  readonly managementRoleArn?: string;
  /** A word for the user agent, by which calls are known again; no option of the command line. */
  readonly userAgent?: string;
}

/** Adds the options of a command that talks to AWS. */
export const withConnection = (command: Command): Command =>
  command
    .option('--profile <name>', 'profile of the AWS configuration; otherwise AWS_* and the usual chain decide')
    .option('--region <name>', 'any region of the partition')
    .addOption(
      new Option(
        '--management-profile <name>',
        'profile of the management account, for its own contacts, when called from the delegated administrator',
      ).conflicts('managementRoleArn'),
    )
    .option('--management-role-arn <arn>', 'role in the management account to assume for the same')
    .option('--quota-share <share>', 'how much of each API quota to use, from 0.01 to 1', readShare, 0.8)
    .option(
      '--quota-times <n>',
      'how many times the real quotas an emulator allows; only for addresses on this machine',
      readTimes,
    );

const readShare = (text: string): number => {
  const share = Number(text);
  if (!(share >= 0.01 && share <= 1)) throw new InvalidArgumentError('Expected a number from 0.01 to 1.');
  return share;
};

const readTimes = (text: string): number => {
  const times = Number(text);
  if (!(times >= 1 && times <= 100_000)) throw new InvalidArgumentError('Expected a number from 1 to 100000.');
  return times;
};
