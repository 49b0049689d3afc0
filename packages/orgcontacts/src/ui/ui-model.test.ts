import { expect, it } from 'vitest';
import { aSession } from '../apply/session.builder.ts';
import { anAccount, anId, aWorld, management } from '../gateway/memory/memory-world.builder.ts';
import type { PageEvent } from '../page/page-event.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { makeUiModel, type UiModel } from './ui-model.ts';
import { aUiWorld, deskForAll, type TestUiWorld } from './ui-world.builder.ts';

const id = anId('300000000000');

/** Looks until what was set going has come to its end. */
const settle = async (model: UiModel): Promise<void> => {
  await model.look();
  while (model.organization.state().reading) await new Promise((resolve) => setImmediate(resolve));
};

const applied = async (memory: ReturnType<typeof aWorld>, world: TestUiWorld, run: string) => {
  const parsed = parsePolicy(world.file.text ?? '', 'contacts.yaml');
  if (parsed.kind === 'invalid') throw new Error('not valid');
  const session = aSession(memory, management, world.store);
  await session.apply(await session.plan(parsed.policy), run);
};

it('plans what the command would plan, fingerprint and all', async () => {
  const memory = aWorld([anAccount(id)]);
  const world = await aUiWorld(memory);
  const model = makeUiModel(world);
  await settle(model);
  const parsed = parsePolicy(deskForAll, 'contacts.yaml');
  if (parsed.kind === 'invalid') throw new Error('not valid');
  const plan = await aSession(memory, management, world.store).plan(parsed.policy);
  expect(model.organization.snapshot()?.plan).toMatchObject({
    fingerprint: plan.fingerprint,
    changes: plan.changes.length,
    command: `orgcontacts apply --approve ${plan.fingerprint}`,
  });
});

it('follows a run of another process, and reads again what it wrote once it has ended', async () => {
  const memory = aWorld([anAccount(id)]);
  const world = await aUiWorld(memory);
  const model = makeUiModel(world);
  await settle(model);
  const heard: PageEvent[] = [];
  model.listen((event) => heard.push(event));
  await applied(memory, world, 'run-1');
  await settle(model);
  expect(heard[0]).toMatchObject({
    kind: 'run',
    news: { run: { run: 'run-1', how: 'finished', counts: { written: 3 } } },
  });
  expect(model.organization.snapshot()?.plan).toMatchObject({ changes: 0, keeps: 3 });
  expect(await model.runs.list()).toMatchObject({ runs: [{ run: 'run-1', how: 'finished' }], unusable: [] });
  expect(await model.runs.historyOf(id)).toMatchObject([
    { run: 'run-1', type: 'SECURITY', kind: 'create', outcome: 'done' },
  ]);
  expect((await model.runs.page('run-1'))?.items).toHaveLength(3);
  heard.length = 0;
  await settle(model);
  expect(heard).toEqual([]);
});

it('takes a run from before it began for history', async () => {
  const memory = aWorld([anAccount(id)]);
  const world = await aUiWorld(memory);
  await applied(memory, world, 'run-1');
  const model = makeUiModel(world);
  const heard: PageEvent[] = [];
  model.listen((event) => heard.push(event));
  await settle(model);
  expect(heard.filter(({ kind }) => kind === 'run')).toEqual([]);
});

it('reads nothing while the policy file is not valid: what is excluded is then not known', async () => {
  const world = await aUiWorld(aWorld(), 'version: 1\nassignments: [{ match: all, security: nobody }]\n');
  const model = makeUiModel(world);
  await settle(model);
  expect(model.organization.state()).toMatchObject({ hasSnapshot: false, reading: null, trouble: null });
  expect(model.organization.policyPage().diagnostics).toContainEqual(
    expect.objectContaining({ code: 'unknown-contact', severity: 'error', line: 2 }),
  );
  world.file.text = deskForAll;
  await settle(model);
  expect(model.organization.snapshot()?.accounts).toHaveLength(2);
});

it('shows what is set where there is no policy file yet', async () => {
  const model = makeUiModel(await aUiWorld(aWorld(), null));
  await settle(model);
  const snapshot = model.organization.snapshot();
  expect(snapshot?.policy.hash).toBeNull();
  expect(snapshot?.cells.map(({ state }) => state)).toEqual(['unmanaged']);
});

it('counts what a policy wants to know and nobody has read as unreadable', async () => {
  const excluding = `${deskForAll}exclude: [{ account: "${id}" }]\n`;
  const world = await aUiWorld(aWorld([anAccount(id)]), excluding);
  const model = makeUiModel(world);
  await settle(model);
  world.file.text = deskForAll;
  await settle(model);
  const snapshot = model.organization.snapshot();
  const account = snapshot?.accounts.find((each) => each.id === id);
  expect(snapshot?.cells[account?.cells[2] ?? -1]).toMatchObject({ state: 'unreadable', change: null });
});

it('says what a text that is no policy has wrong, and plans nothing with it', async () => {
  const model = makeUiModel(await aUiWorld(aWorld()));
  await settle(model);
  expect(model.organization.whatIf('version: [')).toMatchObject({
    plan: null,
    differences: [],
    diagnostics: [{ severity: 'error' }],
  });
  const elsewhere = deskForAll.replace('ou: Workloads', 'ou: Nowhere');
  expect(model.organization.whatIf(elsewhere)).toMatchObject({ plan: null, diagnostics: [{ severity: 'error' }] });
});
