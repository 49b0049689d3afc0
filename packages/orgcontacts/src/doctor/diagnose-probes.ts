import { describeFailure } from '../failure/describe-failure.ts';
import { causeOfDenial } from './cause-of-denial.ts';
import type { Facts } from './facts.ts';
import { type Finding, finding, findingOf } from './finding.ts';
import type { FindingCode } from './finding-codes.ts';
import type { Probe, Probes } from './observe-probes.ts';

/** Says what the reads that were tried came to; a denied one with its cause. Pure. */
export const diagnoseProbes = (facts: Facts, { own, member, reads }: Probes): readonly Finding[] => [
  ...diagnoseReads(reads),
  ...(own ? [probeFinding(facts, 'own-contact', own)] : []),
  ...(member ? [probeFinding(facts, 'member-contact', member)] : []),
];

const probeFinding = (
  facts: Facts,
  code: Extract<FindingCode, 'own-contact' | 'member-contact'>,
  probe: Probe,
): Finding => {
  const { target, result } = probe;
  const { context, accountId } = target;
  const call = `account:GetAlternateContact in the ${context} context, of ${accountId}`;
  if (result.kind === 'ok')
    return finding(code, 'ok', {
      fact: `${call}: answered`,
      message: `Contacts of the account ${accountId} can be read.`,
    });
  const { failure } = result;
  if (failure.kind === 'denied') {
    const cause = causeOfDenial(facts, { target, failure, type: 'SECURITY' });
    return findingOf({ ...cause, message: `The account ${accountId} could not be read. ${cause.message}` });
  }
  return finding('contact-read-failed', 'cannot-tell', {
    fact: `${call}: ${describeFailure(failure)}`,
    message: `Whether contacts of the account ${accountId} can be read cannot be told.`,
    would: 'another try: orgcontacts doctor',
  });
};

const diagnoseReads = (reads: Probes['reads']): readonly Finding[] => {
  const failing = reads.flatMap(({ operation, result, isAlwaysNeeded }) =>
    result.kind === 'ok' ? [] : [readFinding(operation, isAlwaysNeeded, result.failure)],
  );
  const working = reads.filter(({ result }) => result.kind === 'ok').map(({ operation }) => operation);
  if (working.length === 0) return failing;
  return [
    finding('organization-reads', 'ok', {
      fact: `${working.join(', ')}: answered`,
      message: 'The organization can be read as plans read it.',
    }),
    ...failing,
  ];
};

const readFinding = (
  operation: string,
  isAlwaysNeeded: boolean,
  failure: Parameters<typeof describeFailure>[0],
): Finding => {
  const fact = describeFailure(failure);
  if (failure.kind !== 'denied')
    return finding('organization-reads-failed', 'cannot-tell', {
      fact,
      message: `Whether ${operation} is allowed cannot be told.`,
      would: 'another try: orgcontacts doctor',
    });
  const needed = isAlwaysNeeded ? 'Every plan needs' : 'Some policies need';
  return finding('organization-reads-denied', isAlwaysNeeded ? 'problem' : 'warning', {
    fact,
    message: `${needed} ${operation}, and it is denied. AWSAccountManagementFullAccess has none of the reads of Organizations.`,
    fix: 'orgcontacts iam --for plan',
  });
};
