import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { aCoverage, aCovered, aCoveredAccount } from '../coverage/coverage.builder.ts';
import { renderAsff } from './asff.ts';
import { asffRules } from './asff-rules.builder.ts';
import { everyState, masked } from './file-reports.builder.ts';

const validate = new Ajv({ allErrors: true }).compile(asffRules);

const findings = (report: Parameters<typeof renderAsff>[0]) => JSON.parse(renderAsff(report, masked));

it('has a finding for each contact', () => {
  expect(
    findings({
      kind: 'coverage',
      coverage: { ...everyState.coverage, accounts: everyState.coverage.accounts.slice(0, 2) },
    }),
  ).toMatchSnapshot();
});

describe('the published rules of the format', () => {
  it('hold for every state', () => {
    validate(findings(everyState));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('hold for the longest and emptiest texts', () => {
    const name = 'x'.repeat(5000);
    const accounts = [
      aCoveredAccount([aCovered('missing', { detail: name })], 0, { name, unit: name }),
      aCoveredAccount([aCovered('missing')], 1, { name: ' ', unit: '' }),
    ];
    validate(findings({ kind: 'coverage', coverage: aCoverage(accounts) }));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('are broken by a finding without a title', () => {
    const [{ Title: _, ...untitled }] = findings(everyState);
    expect(validate([untitled])).toBe(false);
  });
});

it('says passed, failed, warning or not available, and why', () => {
  expect(
    findings(everyState).map(
      ({ Compliance: { Status, StatusReasons } }: ReturnType<typeof JSON.parse>) =>
        `${Status} ${StatusReasons[0].ReasonCode}`,
    ),
  ).toEqual([
    'FAILED CONTACT_MISSING',
    'FAILED CONTACT_WRONG_VALUE',
    'FAILED CONTACT_UNWANTED',
    'WARNING CONTACT_UNREADABLE',
    'WARNING CONTACT_UNREACHABLE',
    'WARNING CONTACT_UNRESOLVED',
    'NOT_AVAILABLE CONTACT_UNMANAGED',
    'NOT_AVAILABLE CONTACT_EXCLUDED',
    'NOT_AVAILABLE CONTACT_NOT_ACTIVE',
    'PASSED CONTACT_AS_WANTED',
  ]);
});

it('belongs to the calling account, and is about the one whose contact it is', () => {
  const [first] = findings(everyState);
  expect(first).toMatchObject({
    AwsAccountId: '111122223333',
    ProductArn: 'arn:aws:securityhub:us-east-1:111122223333:product/111122223333/default',
    Resources: [{ Type: 'AwsAccount', Id: 'AWS::::Account:300000000000' }],
  });
});

it('has the same id from run to run, so that a mended gap closes its finding', () => {
  const later = { ...everyState.coverage, createdAt: '2026-02-01T00:00:00.000Z' };
  const ids = (list: readonly { readonly Id: string }[]) => list.map(({ Id }) => Id);
  expect(ids(findings({ kind: 'coverage', coverage: later }))).toEqual(ids(findings(everyState)));
});

it('names what a security contact is asked for by, and of the others only what asks for them', () => {
  const of = (type: 'SECURITY' | 'BILLING') =>
    findings({ kind: 'coverage', coverage: aCoverage([aCoveredAccount([aCovered('missing', { type })])]) })[0]
      .Compliance.RelatedRequirements;
  expect(of('BILLING')).toEqual(['AWS Well-Architected SEC10-BP01']);
  expect(of('SECURITY')).toEqual([
    'AWS Security Hub Account.1',
    'AWS Config SECURITY_ACCOUNT_INFORMATION_PROVIDED',
    'CIS AWS Foundations Benchmark v1.2.0/1.18',
    ...['1.3.0', '1.4.0', '1.5.0', '2.0.0', '3.0.0', '4.0.0', '4.0.1', '5.0.0'].map(
      (version) => `CIS AWS Foundations Benchmark v${version}/1.2`,
    ),
    'AWS Well-Architected SEC10-BP01',
  ]);
});
