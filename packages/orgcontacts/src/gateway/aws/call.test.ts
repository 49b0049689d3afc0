import { createServer, type RequestListener } from 'node:http';
import { AccountClient, GetAlternateContactCommand } from '@aws-sdk/client-account';
import { afterEach, expect, it } from 'vitest';
import { call } from './call.ts';

let close: (() => Promise<unknown>) | undefined;
afterEach(() => close?.());

/** A client that calls a server of this kind. */
const aClientOf = async (listener: RequestListener): Promise<AccountClient> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const client = new AccountClient({
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
  close = () => {
    client.destroy();
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return client;
};

it.each<[string, RequestListener]>([
  ['that is never answered', () => {}],
  [
    'whose answer begins and never ends',
    (_, answer) => {
      answer.writeHead(200, { 'content-type': 'application/json' });
      answer.write('{"AlternateContact":');
    },
  ],
])('ends a call %s at its deadline, as an unavailable service', async (_, listener) => {
  const client = await aClientOf(listener);
  const command = new GetAlternateContactCommand({ AlternateContactType: 'SECURITY' });
  const result = await call(
    'account:GetAlternateContact',
    (options) => client.send(command, options),
    (answer) => answer,
    50,
  );
  expect(result).toMatchObject({ kind: 'failed', failure: { kind: 'unavailable' } });
});
