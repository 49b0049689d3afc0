import { execFileSync } from 'node:child_process';
import { it } from 'vitest';
import { fileFormats } from '../../packages/orgcontacts/src/report/file-formats.ts';
import { everyState, masked } from '../../packages/orgcontacts/src/report/file-reports.builder.ts';
import { clientEnvironment, reasonMissing } from './client-environment.ts';

const missing = reasonMissing('python3', ['-c', 'import botocore']);
if (missing !== undefined) console.log(`findings: not checked, ${missing}`);

/** Checks a batch of findings as boto3 does before it sends one: by the service model of Security Hub. */
const script = `
import json, sys, botocore.session, botocore.validate
model = botocore.session.get_session().get_service_model('securityhub')
shape = model.operation_model('BatchImportFindings').input_shape
report = botocore.validate.ParamValidator().validate({'Findings': json.load(sys.stdin)}, shape)
sys.exit(report.generate_report() or None)
`;

it.skipIf(missing !== undefined)('findings for Security Hub are what its service model takes', () => {
  execFileSync('python3', ['-c', script], {
    env: clientEnvironment,
    input: fileFormats.asff(everyState, masked),
    stdio: ['pipe', 'inherit', 'pipe'],
  });
});
