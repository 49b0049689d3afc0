import { expect, it } from 'vitest';
import type { AccountId } from '../contact/account-id.ts';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import type { ObservedAccount } from '../org/observed-account.ts';
import { anOrg, anOrgAccount, unitsDown } from '../org/org.builder.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { makeReportDocument } from './make-report-document.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { planReading, type Reading } from './plan-reading.ts';
import { renderReportPage } from './render-report-page.ts';

const text = `version: 1
contacts:
  desk: { name: Mary Major, title: Security, email: "aws+\${account.id}@example.com", phone: "+1 555 0100" }
assignments:
  - { match: all, security: desk, billing: desk, operations: desk }
  - { match: { tag: { team: team-3 } }, security: absent }
lint: { allowedEmailDomains: [example.com] }
`;

const caller = {
  accountId: anId('111122223333'),
  arn: 'arn:aws:iam::111122223333:user/admin',
  partition: 'aws',
  role: 'management',
  organizationId: 'o-exampleorgid',
  managementAccountId: anId('111122223333'),
  reachesManagement: true,
} as const;

/** So many accounts of which no two have a contact in common: the worst there is. */
const aReading = (count: number): Reading => {
  const accounts = Array.from({ length: count }, (_, index) =>
    anOrgAccount({
      id: anId(String(300_000_000_000 + index)),
      name: `workload-${index}-production`,
      units: unitsDown('Workloads', `Division ${index % 40}`),
      tags: {
        kind: 'known',
        value: { team: `team-${index % 60}`, env: 'prod', 'cost-center': `${4000 + (index % 90)}` },
      },
    }),
  );
  const contact = (name: string) => ({
    kind: 'set' as const,
    contact: { name: `Owner of ${name}`, title: 'Owner', email: `owner+${name}@example.com`, phone: '+1 555 0100' },
  });
  const observed = new Map<AccountId, ObservedAccount>(
    accounts.map(({ id, name }) => [
      id,
      {
        kind: 'asked',
        byType: { BILLING: { kind: 'unset' }, OPERATIONS: contact(`ops ${name}`), SECURITY: contact(name) },
      },
    ]),
  );
  return { org: anOrg(accounts), observed, caller, at: Date.UTC(2026, 0, 1) };
};

const documentOf = (count: number, values: 'whole' | 'masked') => {
  const parsed = parsePolicy(text, 'contacts.yaml');
  if (parsed.kind === 'invalid') throw new Error('not valid');
  const { policy } = parsed;
  const reading = aReading(count);
  const snapshot = makeSnapshot({
    about: { tool: '0.0.0', endpoint: 'memory', values, policy: { file: 'contacts.yaml', hash: policy.hash } },
    caller,
    org: reading.org,
    policy,
    ...planReading(policy, 'contacts.yaml', reading),
    forecast: { apply: 0, undo: 0 },
    command: '',
  });
  const policyPage = { file: 'contacts.yaml', text: null, isHidden: true, diagnostics: [] };
  return makeReportDocument({ snapshot, policy, org: reading.org, policyPage, runs: [], unusable: [] });
};

it('has 1,000 accounts, no two contacts alike, in less than a megabyte', () => {
  const page = {
    html: '<meta charset="utf-8"><script src="page.js"></script><link href="page.css"><body></body>',
    script: 'x'.repeat(100_000),
    style: 'x'.repeat(30_000),
  };
  for (const values of ['whole', 'masked'] as const)
    expect(renderReportPage(page, documentOf(1000, values)).length).toBeLessThan(1_000_000);
});

it('explains equal accounts once', () => {
  const { explanations, explained } = documentOf(200, 'masked');
  expect(explained).toHaveLength(200);
  expect(explanations.length).toBeLessThan(5);
});

it('says of each contact what is there, what is wanted, which line wants it, and what the plan does', () => {
  const { snapshot } = documentOf(4, 'whole');
  const [, , , last] = snapshot.accounts;
  expect(last?.cells.map((cell) => snapshot.cells[cell])).toMatchObject([
    { state: 'missing', live: null, line: 5, change: 'create' },
    { state: 'wrong-value', line: 5, change: 'update' },
    { state: 'unwanted', wanted: null, line: 6, change: 'delete' },
  ]);
  expect(snapshot.units.map(({ path }) => path).slice(0, 3)).toEqual(['/', 'Workloads', 'Workloads/Division 0']);
});

it('masks every value, and tells different ones apart', () => {
  const { snapshot } = documentOf(4, 'masked');
  expect(JSON.stringify(snapshot.contacts)).not.toMatch(/Mary|Owner of|owner\+/);
  expect(new Set(snapshot.contacts.map(({ email }) => email)).size).toBe(snapshot.contacts.length);
});
