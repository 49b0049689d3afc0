import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator } from '../packages/emulator/dist/index.js';
import { makeAwsGateway } from '../packages/orgcontacts/dist/aws.js';
import {
  forecast,
  makeFileJournalStore,
  makePacer,
  observeCaller,
  pacedGateway,
  quotaTables,
  realClock,
  runPlan,
} from '../packages/orgcontacts/dist/index.js';
import { facts, planFor, quietTools } from './plan-for.mjs';

/** A world in which exactly so many ACTIVE members lack the contact: everybody but the management account has none. */
const bareWorld = (accounts) => {
  const seeded = createEmulator({ accounts: accounts + 1, seed: 1 }).snapshot();
  return { ...seeded, accounts: seeded.accounts.map((account) => ({ ...account, state: 'ACTIVE', contacts: {} })) };
};

const connect = (url) =>
  makeAwsGateway({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: '111122223333', secretAccessKey: 'bench' },
  });

/** Wall time over the quota floor for so many accounts: AWS SDK, HTTP, journal with fsync, real quotas, quota share 1. */
export const applyAtRealQuotas = async (accounts) => {
  const world = bareWorld(accounts);
  const planner = createEmulator({ world, quotas: 'off' });
  const target = createEmulator({ world, quotas: 'aws' });
  const folder = await mkdtemp(join(tmpdir(), 'orgcontacts-bench-'));
  try {
    const reading = await connect((await planner.listen()).url);
    const caller = (await observeCaller(reading)).value;
    // Planned without any pace, so that the run begins with full buckets at the client and at the emulator.
    const { plan, accounts: now } = await planFor(reading, caller, {
      types: ['SECURITY'],
      now: Date.now,
      without: [caller.accountId],
    });
    reading.close();
    const { url } = await target.listen();
    const writing = await connect(url);
    await writing.getCallerIdentity();
    const quotas = quotaTables.aws;
    const pacer = makePacer(quotas, realClock);
    const gateway = pacedGateway(writing, { pacer, clock: realClock, random: Math.random });
    const calls = { 'account:GetAlternateContact': 2 * accounts, 'account:PutAlternateContact': accounts };
    const expected = pacer.forecast(calls);
    const startedAt = performance.now();
    await runPlan(makeFileJournalStore(folder), plan, facts(url), {
      ...quietTools,
      gateway,
      caller,
      clock: realClock,
      accounts: now,
    });
    const took = performance.now() - startedAt;
    const { counters } = await (await fetch(`${url}/_emulator/calls`)).json();
    writing.close();
    const floor = forecast(calls, quotas);
    const throttled = Object.entries(counters).filter(([key]) => key.endsWith('TooManyRequestsException'));
    const written = counters['PutAlternateContact ok'] ?? 0;
    if (written !== accounts) throw new Error(`${written} contacts were written, expected ${accounts}`);
    const applied = {
      name: `apply ${accounts} accounts, one contact type, real quotas, wall time over the quota floor`,
      figure: throttled.length > 0 ? Number.POSITIVE_INFINITY : took / floor,
      bound: 1.05,
      detail: `${(took / 1000).toFixed(2)} s, floor ${(floor / 1000).toFixed(2)} s, ${written} written, 429s: ${throttled.map(([key, count]) => `${count} ${key}`).join(', ') || 'none'}`,
    };
    const told = {
      name: `apply ${accounts} accounts, real quotas, forecast off the true duration by`,
      figure: Math.abs(1 - expected / took),
      bound: 0.05,
      detail: `the forecast was ${(expected / 1000).toFixed(2)} s`,
    };
    return [applied, told];
  } finally {
    await planner.close();
    await target.close();
    await rm(folder, { recursive: true });
  }
};
