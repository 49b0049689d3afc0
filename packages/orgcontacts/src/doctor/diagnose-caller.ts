import { describeFailure } from '../failure/describe-failure.ts';
import type { Failure } from '../failure/failure.ts';
import { quotaTables } from '../pace/quota-table.ts';
import { policyCauses } from './causes.ts';
import type { Facts } from './facts.ts';
import { type Finding, finding, findingOf } from './finding.ts';

/** Says who is calling, and whether the partition and the clock are right. Pure. */
export const diagnoseCaller = ({ identity, clockSkew, endpoint }: Facts): readonly Finding[] => {
  if (identity.kind === 'failed') return [callerFinding(identity.failure, clockSkew), ...diagnoseClock(clockSkew)];
  const { accountId, arn } = identity.value;
  const partition = arn.split(':')[1] ?? 'aws';
  return [
    finding('caller', 'ok', {
      fact: `sts:GetCallerIdentity: ${arn}`,
      message: `Called from the account ${accountId}, at ${endpoint}.`,
    }),
    ...diagnosePartition(partition),
    ...diagnoseClock(clockSkew),
  ];
};

/** Says why it cannot be found out who is calling, and what to do. Pure. */
export const callerFinding = (failure: Failure, clockSkew?: number): Finding => {
  const fact = describeFailure(failure);
  // Without a status no call went out: there were no credentials to sign it with.
  if (failure.kind === 'expired' && failure.status === undefined)
    return finding('no-credentials', 'problem', {
      fact: failure.message,
      message: `There are no AWS credentials: sign in, set AWS_PROFILE or --profile, or run it in CloudShell. To try it without AWS: orgcontacts demo`,
      fix: 'aws sso login',
    });
  if (failure.kind === 'expired') return findingOf(policyCauses.expired(fact));
  if (failure.kind === 'denied') return findingOf(policyCauses.badSignature(fact, clockSkew));
  return finding('caller-unknown', 'problem', {
    fact,
    message:
      failure.code === 'ECONNREFUSED'
        ? 'Nothing answers there: is AWS_ENDPOINT_URL right, and the emulator running?'
        : 'Who is calling could not be found out.',
    fix: 'aws sts get-caller-identity',
  });
};

const diagnosePartition = (partition: string): readonly Finding[] => {
  const quotas = quotaTables[partition];
  if (!quotas)
    return [
      finding('partition-unsupported', 'problem', {
        fact: `sts:GetCallerIdentity: the partition is ${partition}`,
        message: `The partition ${partition} has no documented API for alternate contacts: AWS lists no endpoint of Account Management there. This tool works in aws and aws-cn.`,
        fix: 'orgcontacts doctor --profile NAME',
      }),
    ];
  const perSecond = (operation: string) => quotas[`account:${operation}`]?.rate ?? 0;
  return [
    finding('partition', 'ok', {
      fact: `sts:GetCallerIdentity: the partition is ${partition}`,
      message: `The partition ${partition} has an API for alternate contacts.`,
    }),
    finding('quotas', 'ok', {
      fact: `documented quotas of ${partition}`,
      message: `AWS allows ${perSecond('GetAlternateContact')} reads, ${perSecond('PutAlternateContact')} writes and ${perSecond('DeleteAlternateContact')} deletes of contacts a second.`,
    }),
  ];
};

/** AWS refuses what was signed more than five minutes ago (AWS docs: Signature Version 4); a minute is own choice. */
const refusedFrom = 5 * 60_000;
const oddFrom = 60_000;

const diagnoseClock = (skew: number | undefined): readonly Finding[] => {
  if (skew === undefined) return [];
  const off = Math.abs(skew);
  const fact = `the date of the last answer: the clock here is ${Math.round(off / 1000)} s ${skew > 0 ? 'behind' : 'ahead'}`;
  if (off < oddFrom) return [finding('clock', 'ok', { fact, message: 'The clock is right.' })];
  const isRefused = off >= refusedFrom;
  return [
    finding('clock-skew', isRefused ? 'problem' : 'warning', {
      fact,
      message: isRefused
        ? 'The clock is off by more than AWS accepts of a signature: five minutes.'
        : 'The clock is off. From five minutes on AWS refuses every signature.',
      fix: 'sudo timedatectl set-ntp true',
    }),
  ];
};
