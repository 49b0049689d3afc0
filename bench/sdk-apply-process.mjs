// A process of its own, so that its CPU time and memory are its own. Prints one line of JSON.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccountClient, GetAlternateContactCommand } from '@aws-sdk/client-account';
import { makeAwsGateway } from '../packages/orgcontacts/dist/aws.js';
import {
  makeFileJournalStore,
  makePacer,
  observeCaller,
  pacedGateway,
  realClock,
  runPlan,
} from '../packages/orgcontacts/dist/index.js';
import { facts, planFor, quietTools } from './plan-for.mjs';

const [, , task, endpoint, count] = process.argv;
const credentials = { accessKeyId: '111122223333', secretAccessKey: 'bench' };
const connection = { endpoint, region: 'us-east-1', credentials };

const cpuNow = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Plans and applies one contact type to every account, with a journal on disk and without any pace. */
const apply = async () => {
  const aws = await makeAwsGateway(connection);
  const gateway = pacedGateway(aws, { pacer: makePacer({}, realClock), clock: realClock, random: Math.random });
  const caller = (await observeCaller(gateway)).value;
  const { plan, accounts } = await planFor(gateway, caller, { types: ['SECURITY'], now: Date.now });
  const folder = await mkdtemp(join(tmpdir(), 'orgcontacts-bench-'));
  const before = cpuNow();
  const { items } = await runPlan(makeFileJournalStore(folder), plan, facts(endpoint), {
    ...quietTools,
    gateway,
    caller,
    clock: realClock,
    accounts,
  });
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
