// A process of its own, so that its CPU time and memory are its own. Prints one line of JSON.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccountClient, GetAlternateContactCommand } from '@aws-sdk/client-account';
import { makeAwsGateway } from '../packages/orgcontacts/dist/aws.js';
import {
  makeFileJournalStore,
  makePacer,
  makePlan,
  observeCaller,
  observeContacts,
  observeOrg,
  pacedGateway,
  parsePolicy,
  realClock,
  resolve,
  runPlan,
} from '../packages/orgcontacts/dist/index.js';

const [, , task, endpoint, count] = process.argv;
const credentials = { accessKeyId: '111122223333', secretAccessKey: 'bench' };
const connection = { endpoint, region: 'us-east-1', credentials };

const policyText = `version: 1
contacts:
  desk: { name: Mary Major, title: Security Contact, email: security-contact@example.com, phone: "+1(555)555-5555" }
assignments:
  - { match: all, security: desk }
`;

const cpuNow = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Plans and applies one contact type to every account, with a journal on disk and without any pace. */
const apply = async () => {
  const aws = await makeAwsGateway(connection);
  const gateway = pacedGateway(aws, { pacer: makePacer({}, realClock), clock: realClock, random: Math.random });
  const caller = (await observeCaller(gateway)).value;
  const org = (await observeOrg(gateway, caller, { tags: false, units: [] })).value;
  const { policy } = parsePolicy(policyText, 'contacts.yaml');
  const resolutions = resolve(policy, org);
  const types = ['SECURITY'];
  const wanted = resolutions.map(({ account }) => ({ accountId: account.id, types }));
  const observed = await observeContacts(gateway, caller, wanted);
  const frame = {
    origin: { kind: 'policy', file: 'contacts.yaml', hash: policy.hash },
    organization: { id: org.id, partition: org.partition, managementAccountId: org.managementAccountId },
    callerAccountId: caller.accountId,
    now: Date.now(),
    validFor: 3_600_000,
  };
  const plan = makePlan({ frame, types, resolutions, observed });
  const folder = await mkdtemp(join(tmpdir(), 'orgcontacts-bench-'));
  const before = cpuNow();
  const { items } = await runPlan(
    makeFileJournalStore(folder),
    plan,
    { run: 'bench', tool: '0', endpoint, approved: null, canary: [], reason: null },
    {
      gateway,
      caller,
      clock: realClock,
      accounts: new Map(org.accounts.map(({ id, state, units }) => [id, { state, unit: units.value.at(-1).id }])),
      lookAgain: async () => ({ kind: 'ok', value: undefined }),
      diagnose: async () => ({ kind: 'unclear' }),
      stop: new AbortController().signal,
      onEvent: () => {},
    },
  );
  const cpu = cpuNow() - before;
  aws.close();
  await rm(folder, { recursive: true });
  return { cpu, calls: 3 * items.size };
};

/** The same number of calls, sixteen at a time, with nothing around them. */
const bare = async () => {
  const client = new AccountClient({ ...connection, maxAttempts: 1 });
  const before = cpuNow();
  let left = Number(count);
  const worker = async () => {
    while (left-- > 0) {
      await client.send(new GetAlternateContactCommand({ AlternateContactType: 'SECURITY' })).catch(() => {});
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  client.destroy();
  return { cpu: cpuNow() - before, calls: Number(count) };
};

const seen = await (task === 'apply' ? apply() : bare());
console.log(JSON.stringify({ ...seen, megabytes: process.resourceUsage().maxRSS / 1024 }));
