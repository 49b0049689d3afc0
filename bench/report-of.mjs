// A report of an invented organization, made by the library's own functions.
import { parsePolicy } from '../packages/orgcontacts/dist/index.js';
import { readPageFiles } from '../packages/orgcontacts/dist/page/file/read-page-files.js';
import { makeReportDocument } from '../packages/orgcontacts/dist/page/make-report-document.js';
import { makeSnapshot } from '../packages/orgcontacts/dist/page/make-snapshot.js';
import { planReading } from '../packages/orgcontacts/dist/page/plan-reading.js';
import { renderReportPage } from '../packages/orgcontacts/dist/page/render-report-page.js';

const text = `version: 1
contacts:
  desk: { name: Mary Major, title: Security, email: desk@example.com, phone: "+1 555 0100" }
  prod: { name: Production, title: Operations, email: prod@example.com, phone: "+1 555 0101" }
assignments:
  - { match: all, security: desk, operations: desk }
  - { match: { ou: Workloads/Prod }, operations: prod }
exclude: [{ ou: Sandbox }]
lint: { allowedEmailDomains: [example.com] }
`;

const management = '111122223333';
const teams = ['payments', 'cards', 'retail', 'data', 'identity', 'platform'];
const paths = ['Workloads/Prod', 'Workloads/Test', 'Infrastructure', 'Security', 'Sandbox'];

const unitsDown = (path) => {
  const names = path.split('/');
  const steps = names.map((_, index) => ({
    id: `ou-ex01-${names[index].toLowerCase().padEnd(8, '0')}`,
    path: names.slice(0, index + 1).join('/'),
  }));
  return { kind: 'known', value: [{ id: 'r-ex01', path: '/' }, ...steps] };
};

const accountAt = (index) => {
  const team = teams[index % teams.length];
  return {
    id: String(300_000_000_000 + index),
    name: `${team}-workload-${index}`,
    email: 'root@example.com',
    isManagement: false,
    state: index % 97 === 0 ? 'SUSPENDED' : 'ACTIVE',
    tags: { kind: 'known', value: { team, env: index % 3 === 0 ? 'prod' : 'test' } },
    units: unitsDown(paths[(index * 7) % paths.length]),
  };
};

const desk = { name: 'Mary Major', title: 'Security', email: 'desk@example.com', phone: '+1 555 0100' };

/** A third as wanted, a third missing, a third with an address of their own. */
const contactAt = (index) => {
  if (index % 3 === 0) return { kind: 'unset' };
  return { kind: 'set', contact: index % 3 === 1 ? desk : { ...desk, email: `owner-${index}@example.com` } };
};

/** The HTML report of so many accounts. */
export const reportOf = async (count) => {
  const { policy } = parsePolicy(text, 'contacts.yaml');
  const accounts = Array.from({ length: count }, (_, index) => accountAt(index));
  const org = {
    id: 'o-exampleorgid',
    partition: 'aws',
    managementAccountId: management,
    accounts,
    units: { kind: 'known', value: [] },
  };
  const observed = new Map(
    accounts.map(({ id }, index) => [
      id,
      {
        kind: 'asked',
        byType: { BILLING: contactAt(index), OPERATIONS: contactAt(index + 1), SECURITY: contactAt(index + 2) },
      },
    ]),
  );
  const reading = { org, observed, caller: { accountId: management, role: 'management' }, at: Date.UTC(2026, 0, 1) };
  const snapshot = makeSnapshot({
    about: { tool: '0.0.0', endpoint: 'bench', values: 'whole', policy: { file: 'contacts.yaml', hash: policy.hash } },
    caller: reading.caller,
    org,
    policy,
    ...planReading(policy, 'contacts.yaml', reading),
    forecast: { apply: 0, undo: 0 },
    command: '',
  });
  const policyPage = { file: 'contacts.yaml', text, isHidden: false, diagnostics: [] };
  const document = makeReportDocument({ snapshot, policy, org, policyPage, runs: [], unusable: [] });
  return renderReportPage(await readPageFiles(), document);
};
