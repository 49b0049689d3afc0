import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a watch says of its health: counts and times, and nothing about any contact. */
export interface Health {
  readonly status: 'ok' | 'paused' | 'behind';
  /** ISO 8601, UTC; null before the first time. */
  readonly lastLookAtEverything: string | null;
  readonly waitingAccounts: number;
  readonly contestedContacts: number;
  readonly writtenIn24Hours: number;
  /** Whether events come; null where there are none to come. */
  readonly events: 'connected' | 'lost' | null;
  readonly lastTrouble: string | null;
}

/** A server that says how a watch is. */
export interface HealthServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Answers every GET on 127.0.0.1 with the health as JSON: 200 when it is well or paused, 503 when it is behind. Port 0 picks one. */
export const serveHealth = async (port: number, read: () => Promise<Health>): Promise<HealthServer> => {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET') return void response.writeHead(405).end();
    const health = await read();
    response
      .writeHead(health.status === 'behind' ? 503 : 200, { 'content-type': 'application/json' })
      .end(`${JSON.stringify(health)}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A server that listens on a port has an address.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
