import type { Coverage } from '../coverage/coverage.ts';
import { controlName } from './control-name.ts';
import type { FileStyle } from './file-style.ts';
import type { Report } from './report.ts';
import { type ReportRow, type Verdict, verdicts } from './report-row.ts';
import { rowText } from './row-text.ts';
import { rowsOf } from './rows-of.ts';
import { cutText, safeText } from './safe-text.ts';
import { stateText } from './state-text.ts';

/**
 * Renders a coverage as findings in the AWS Security Finding Format, a JSON array for BatchImportFindings: one for each contact, passed ones
 * too, so that the finding of a gap that was mended closes. They belong to the calling account, as Security Hub wants it of a custom
 * integration (API reference, BatchImportFindings); the account that each is about is its resource. Pure.
 */
export const renderAsff = ({ coverage }: Extract<Report, { kind: 'coverage' }>, style: FileStyle): string =>
  JSON.stringify(
    rowsOf({ kind: 'coverage', coverage }).map((row) => findingOf(row, coverage, style)),
    undefined,
    2,
  );

/** Its own taxonomy (Security Hub user guide, "Types taxonomy for ASFF"). */
const findingTypes = ['Software and Configuration Checks/AWS Security Best Practices'];

/** Where Account Management is, by partition (AWS service model, endpoint rule set of Account Management). */
const homeRegions: Readonly<Record<string, string>> = { 'aws-cn': 'cn-northwest-1' };

const findingOf = (row: ReportRow, coverage: Coverage, style: FileStyle) => {
  const { partition, id: organizationId } = coverage.organization;
  const region = style.region ?? homeRegions[partition] ?? 'us-east-1';
  const { callerAccountId, createdAt } = coverage;
  const severity = { Label: severityOf(row) };
  return {
    SchemaVersion: '2018-10-08',
    Id: `orgcontacts/${organizationId}/${row.accountId}/${row.type}`,
    ProductArn: `arn:${partition}:securityhub:${region}:${callerAccountId}:product/${callerAccountId}/default`,
    GeneratorId: `orgcontacts/${row.type}`,
    AwsAccountId: callerAccountId,
    Types: findingTypes,
    CreatedAt: createdAt,
    UpdatedAt: createdAt,
    Severity: severity,
    Title: cutText(`${row.type} contact of account ${row.accountId}: ${stateText(row.status)}`, 256),
    Description: cutText(safeText(rowText(row, style)), 1024),
    ProductFields: productFieldsOf(row),
    Resources: [{ Type: 'AwsAccount', Id: `AWS::::Account:${row.accountId}`, Partition: partition, Region: region }],
    Compliance: {
      Status: statuses[verdicts[row.status]],
      RelatedRequirements: requirementsOf(row),
      StatusReasons: [{ ReasonCode: `CONTACT_${row.status.toUpperCase().replaceAll('-', '_')}` }],
    },
    RecordState: row.status === 'not-active' ? 'ARCHIVED' : 'ACTIVE',
    FindingProviderFields: { Severity: severity, Types: findingTypes },
  };
};

/** As severe as Security Hub finds a missing security contact in Account.1: medium; the other two less. */
const severityOf = ({ status, type }: ReportRow): 'INFORMATIONAL' | 'LOW' | 'MEDIUM' => {
  if (verdicts[status] === 'good' || verdicts[status] === 'left') return 'INFORMATIONAL';
  return verdicts[status] === 'bad' && type === 'SECURITY' ? 'MEDIUM' : 'LOW';
};

/** The four values that Security Hub has. */
const statuses: Readonly<Record<Verdict, 'PASSED' | 'FAILED' | 'WARNING' | 'NOT_AVAILABLE'>> = {
  good: 'PASSED',
  bad: 'FAILED',
  unknown: 'WARNING',
  left: 'NOT_AVAILABLE',
};

const requirementsOf = ({ compliance }: ReportRow): readonly string[] =>
  compliance
    .filter(({ status, control }) => status !== 'not-applicable' && control.isVerified)
    .flatMap(({ control: { scheme, versions, id } }) =>
      versions.length === 0 ? [`${scheme} ${id}`] : versions.map((version) => `${scheme} v${version}/${id}`),
    );

/** At most 2,048 characters a value, none of them empty (Security Hub API reference, AwsSecurityFinding). */
const productFieldsOf = ({ status, accountName, unit, place, selector, compliance }: ReportRow) =>
  Object.fromEntries(
    Object.entries({
      'orgcontacts/State': status,
      'orgcontacts/AccountName': accountName,
      'orgcontacts/Unit': unit,
      'orgcontacts/PolicyLine': place ? `${place.file}:${place.line}` : '',
      'orgcontacts/Selector': selector,
      ...Object.fromEntries(
        compliance
          .filter(({ control }) => control.isVerified)
          .map(({ control, status: met }) => [`orgcontacts/${controlName(control)}/${control.id}`, met]),
      ),
    })
      .filter(([, value]) => value.trim() !== '')
      .map(([name, value]) => [name, cutText(safeText(value), 2048)]),
  );
