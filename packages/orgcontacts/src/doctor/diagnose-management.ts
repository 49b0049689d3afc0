import { describeFailure } from '../failure/describe-failure.ts';
import { callerFinding } from './diagnose-caller.ts';
import type { Facts } from './facts.ts';
import { type Finding, finding } from './finding.ts';
import type { ManagementProbe } from './observe-management.ts';

/** Says whether the second credentials, if there are any, lead to the contacts of the management account. Pure. */
export const diagnoseManagement = ({ organization }: Facts, probe: ManagementProbe | null): readonly Finding[] => {
  if (!probe) return [];
  const { identity, result } = probe;
  if (identity.kind === 'failed') {
    const { message, ...rest } = callerFinding(identity.failure);
    return [{ ...rest, message: `The credentials for the management account: ${message}` }];
  }
  const { accountId, arn } = identity.value;
  if (organization.kind === 'ok' && organization.value.managementAccountId !== accountId)
    return [
      finding('management-credentials-other', 'problem', {
        fact: `sts:GetCallerIdentity: ${arn}`,
        message: `The credentials for the management account lead to ${accountId}, and the management account is ${organization.value.managementAccountId}.`,
        fix: 'orgcontacts doctor --management-profile NAME',
      }),
    ];
  if (result.kind === 'ok')
    return [
      finding('management-credentials', 'ok', {
        fact: `sts:GetCallerIdentity: ${arn}`,
        message: `Contacts of the management account ${accountId} can be read through its own credentials.`,
      }),
    ];
  return [
    finding('contact-read-failed', 'cannot-tell', {
      fact: describeFailure(result.failure),
      message: `The management account ${accountId} could not be read through its own credentials.`,
      would: 'orgcontacts doctor with these credentials alone: --profile NAME',
    }),
  ];
};
