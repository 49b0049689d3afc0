import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { accountCall, contact, organizationsCall } from './calls.mjs';
import { connect, requestText } from './load.mjs';
import { residentMemory } from './serve.mjs';

/** Whether moto_server is on the PATH and starts. */
export const hasMoto = () => spawnSync('moto_server', ['--help'], { stdio: 'ignore' }).status === 0;

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const untilItAnswers = async (url) => {
  for (;;) {
    const answered = await fetch(`${url}/moto-api/`).catch(() => undefined);
    if (answered?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** Starts moto with an organization of so many accounts, made by its own API, and one contact. */
export const serveMoto = async (accounts) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  // Without a pseudo account of its own in the way: requests are logged, and nobody reads that.
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await untilItAnswers(url);
  const firstAnswer = performance.now() - startedAt;
  const { send, end } = await connect(url);
  const call = async (request) => {
    const { status, body } = await send(requestText(url, request));
    if (status !== 200) throw new Error(`moto answered ${status}: ${body}`);
  };
  await call(organizationsCall('CreateOrganization', { FeatureSet: 'ALL' }));
  for (let index = 1; index < accounts; index++)
    await call(
      organizationsCall('CreateAccount', { Email: `aws+${index}@example.com`, AccountName: `account-${index}` }),
    );
  await call(accountCall('PutAlternateContact', { ...contact, AlternateContactType: 'SECURITY' }));
  end();
  const stop = () => {
    child.kill();
    return ended;
  };
  return { url, firstAnswer, mebibytes: () => residentMemory(child.pid), stop };
};
