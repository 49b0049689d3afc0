import { expect, it } from 'vitest';
import { anAccount, anId, aWorld } from '../gateway/memory/memory-world.builder.ts';
import { makeRoutes } from './routes.ts';
import { makeUiModel, type UiModel } from './ui-model.ts';
import { aUiWorld, deskForAll } from './ui-world.builder.ts';

const secret = 'f'.repeat(32);
const files = { html: '<title>orgcontacts</title>', script: 'export {};', style: 'a {}' };
const own = { host: '127.0.0.1:4573' };
const id = anId('300000000000');

/** The routes over a small organization that was read. */
const served = async (model?: UiModel) => {
  const world = await aUiWorld(aWorld([anAccount(id, { name: '=1+1<img src=x onerror=alert(1)>' })]));
  const made = model ?? makeUiModel(world);
  const app = makeRoutes(made, { files, secret, port: () => 4573 });
  if (!model) await readOnce(made);
  return {
    world,
    model: made,
    get: (path: string, headers: Record<string, string> = own) => app.request(path, { headers }),
    app,
  };
};

/** Looks once and waits until everything was read. */
const readOnce = async (model: UiModel): Promise<void> => {
  const read = new Promise<void>((resolve) => {
    const stop = model.listen((event) => {
      if (event.kind !== 'state' || !event.state.hasSnapshot) return;
      stop();
      resolve();
    });
  });
  await model.look();
  await read;
};

it('gives out the page under the secret, with a policy that lets nothing from elsewhere in', async () => {
  const { get } = await served();
  const page = await get(`/${secret}/`);
  expect(page.status).toBe(200);
  expect(await page.text()).toBe(files.html);
  const policy = page.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect((await get(`/${secret}/page.js`)).headers.get('content-type')).toContain('text/javascript');
  expect((await get(`/${secret}/page.css`)).headers.get('content-type')).toContain('text/css');
});

it.each([
  ['another host', `/${secret}/`, { host: 'rebound.example.com:4573' }],
  ['another origin', `/${secret}/`, { ...own, origin: 'https://example.com' }],
  ['no secret', '/', own],
  ['another secret', `/${'0'.repeat(32)}/`, own],
  ['data without the secret', '/api/snapshot', own],
  ['data from another host', `/${secret}/api/snapshot`, { host: 'rebound.example.com' }],
  ['events from another page', `/${secret}/api/events`, { ...own, 'sec-fetch-site': 'cross-site' }],
])('refuses %s, and says nothing of the organization', async (_, path, headers) => {
  const { get } = await served();
  const answer = await get(path, headers);
  expect(answer.status).toBe(403);
  expect(await answer.text()).toMatch(/^Refused: /);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

it('answers with the organization, an account, the policy and the runs', async () => {
  const { get } = await served();
  const answers = async (path: string) => (await get(`/${secret}/api/${path}`)).json();
  expect(await answers('snapshot')).toMatchObject({
    format: 'orgcontacts/page',
    organization: { id: 'o-exampleorgid' },
  });
  expect(await answers(`accounts/${id}`)).toMatchObject({
    id,
    byType: { SECURITY: [{ assignment: 0, verdict: 'won' }], BILLING: [] },
    unmatched: { BILLING: 1 },
    history: [],
  });
  expect(await answers('policy')).toMatchObject({ file: 'contacts.yaml', text: deskForAll, diagnostics: [] });
  expect(await answers('runs')).toEqual({ runs: [], unusable: [] });
  expect((await get(`/${secret}/api/accounts/nobody`)).status).toBe(404);
  expect((await get(`/${secret}/api/runs/..%2f..%2fetc`)).status).toBe(404);
});

it('answers what-if only to JSON, and changes nothing', async () => {
  const { app, world, model } = await served();
  const before = model.organization.state().version;
  const ask = (body: string, type: string) =>
    app.request(`/${secret}/api/what-if`, { method: 'POST', headers: { ...own, 'content-type': type }, body });
  expect((await ask('{"text":""}', 'text/plain')).status).toBe(415);
  expect((await ask('{', 'application/json')).status).toBe(400);
  expect((await ask('{"text":1}', 'application/json')).status).toBe(400);
  const text = deskForAll.replace('security: desk', 'security: other');
  const answer = await ask(JSON.stringify({ text }), 'application/json');
  expect(await answer.json()).toMatchObject({
    plan: { changes: 3 },
    differences: [
      { type: 'SECURITY', from: { wanted: { name: 'Mary Major' } }, to: { wanted: { name: 'Jorge Souza' } } },
    ],
  });
  expect(world.file.text).toBe(deskForAll);
  expect(model.organization.state().version).toBe(before);
});

it('tells an open page at once when the policy file changes', async () => {
  const { get, world, model } = await served();
  const answer = await get(`/${secret}/api/events`);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = (await reader?.read())?.value ?? '';
  expect(first).toContain('"hasSnapshot":true');
  const [, version] = /"version":(\d+)/.exec(first) ?? [];
  world.file.text = deskForAll.replace('security: desk', 'security: other');
  await model.look();
  expect((await reader?.read())?.value).toContain(`"version":${Number(version) + 1}`);
  await reader?.cancel();
});
