import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import type { PageEvent } from '../page/page-event.ts';
import type { PageFiles } from '../page/page-files.ts';
import { type Refusal, refuse } from './guard.ts';
import type { UiModel } from './ui-model.ts';

/** What the routes need besides the model. */
export interface RouteSettings {
  readonly files: PageFiles;
  readonly secret: string;
  /** Asked at each request: it is known only once the server listens. */
  readonly port: () => number;
}

/** Room for the largest policy file that is read, and the JSON around it. */
const largestBody = 9 * 1024 * 1024;

/** Nothing from elsewhere, nothing inline, no frames, no forms; and nothing is kept by caches or told to other sites. */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const refusals: Readonly<Record<Refusal, string>> = {
  host: 'Refused: this server answers only to 127.0.0.1 and localhost.\n',
  origin: 'Refused: the request comes from another page.\n',
  secret: 'Refused: open the address that orgcontacts ui printed; it is another one each time.\n',
};

/** Makes the local server's routes: the page, its data, and one question. None of them writes anything. */
export const makeRoutes = (model: UiModel, { files, secret, port }: RouteSettings): Hono => {
  const app = new Hono();
  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    const refusal = refuse(approachOf(c), port(), secret);
    if (refusal) return c.text(refusals[refusal], 403);
    return next();
  });
  app.get('/:secret/', (c) => c.html(files.html));
  app.get('/:secret/page.js', (c) => c.body(files.script, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  app.get('/:secret/page.css', (c) => c.body(files.style, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.route('/:secret/api', makeApi(model));
  app.notFound((c) => c.text('There is no such page.\n', 404));
  app.onError((_, c) => c.json({ message: 'The server could not answer; see the terminal.' }, 500));
  return app;
};

const approachOf = (c: Context) => ({
  host: c.req.header('host'),
  origin: c.req.header('origin'),
  site: c.req.header('sec-fetch-site'),
  secret: c.req.path.split('/')[1] ?? '',
});

const makeApi = ({ organization, runs, listen }: UiModel): Hono => {
  const api = new Hono();
  api.get('/snapshot', (c) => {
    const snapshot = organization.snapshot();
    return snapshot ? c.json(snapshot) : c.json({ message: 'Nothing has been read yet.' }, 404);
  });
  api.get('/accounts/:id', async (c) => {
    const id = c.req.param('id');
    const explained = organization.explain(id);
    if (!explained) return c.json({ message: 'There is no such account.' }, 404);
    return c.json({ id, ...explained, history: await runs.historyOf(id) });
  });
  api.get('/policy', (c) => c.json(organization.policyPage()));
  api.get('/runs', async (c) => c.json(await runs.list()));
  api.get('/runs/:run', async (c) => {
    const page = await runs.page(c.req.param('run'));
    return page ? c.json(page) : c.json({ message: 'There is no such run.' }, 404);
  });
  api.post('/what-if', bodyLimit({ maxSize: largestBody }), async (c) => {
    // A form of another page cannot have this type without asking first, and is never told yes.
    if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({ message: 'Send JSON.' }, 415);
    const text = textIn(await c.req.json().catch(() => undefined));
    return text === undefined ? c.json({ message: 'Send { "text": … }.' }, 400) : c.json(organization.whatIf(text));
  });
  api.post('/refresh', (c) => {
    void organization.refresh();
    return c.json({}, 202);
  });
  api.get('/events', (c) => streamEvents(c, organization.state, listen));
  return api;
};

const textIn = (body: unknown): string | undefined => {
  const { text }: { text?: unknown } = Object(body);
  return typeof text === 'string' ? text : undefined;
};

const streamEvents = (c: Context, state: UiModel['organization']['state'], listen: UiModel['listen']): Response =>
  streamSSE(c, async (stream) => {
    const waiting: PageEvent[] = [{ kind: 'state', state: state() }];
    let wake = (): void => {};
    const stop = listen((event) => {
      // Of progress only the last word counts.
      if (event.kind === 'state' && waiting.at(-1)?.kind === 'state') waiting.pop();
      waiting.push(event);
      wake();
    });
    stream.onAbort(() => {
      stop();
      wake();
    });
    while (!stream.aborted) {
      const event = waiting.shift();
      if (event) await stream.writeSSE({ event: event.kind, data: JSON.stringify(event) });
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  });
