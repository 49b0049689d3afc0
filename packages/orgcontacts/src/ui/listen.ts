import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { PageFiles } from '../page/page-files.ts';
import { makeRoutes } from './routes.ts';
import type { UiModel } from './ui-model.ts';

/** A server that listens. */
export interface ListeningUi {
  /** The address of the page, with the secret. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Listens on 127.0.0.1, at a free port when it is 0; rejects when the port is taken. */
export const listenUi = async (
  model: UiModel,
  { files, secret, port }: { readonly files: PageFiles; readonly secret: string; readonly port: number },
): Promise<ListeningUi> => {
  let listening = port;
  const app = makeRoutes(model, { files, secret, port: () => listening });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A TCP server that listens has an address with a port.
  listening = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${listening}/${secret}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
};
