import { connect, type Socket } from 'node:net';

/** What somebody does with a connection, one after the other. */
export type Step =
  | { readonly kind: 'send'; readonly bytes: Uint8Array }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  /** Says that nothing more comes, and still listens. */
  | { readonly kind: 'end' }
  /** Goes away without a word. */
  | { readonly kind: 'leave' };

/** What came back until the connection was over. */
export interface Heard {
  readonly text: string;
  readonly statuses: readonly number[];
  /** How it ended: the other side closed it, it broke, we left, or nobody did anything any more. */
  readonly end: 'closed' | 'broken' | 'left' | 'patience';
}

/** Takes the steps on a connection of its own, then listens until it is closed or patience, in milliseconds, is at its end. */
export const exchange = (port: number, steps: readonly Step[], patience: number): Promise<Heard> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let end: Heard['end'] = 'closed';
    const leave = (why: Heard['end']) => {
      end = why;
      socket.destroy();
    };
    const giveUp = setTimeout(() => leave('patience'), patience);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => socket.end());
    socket.on('error', () => {
      end = 'broken';
    });
    socket.on('close', () => {
      clearTimeout(giveUp);
      const text = Buffer.concat(chunks).toString('latin1');
      resolve({ text, statuses: statusesIn(text), end });
    });
    socket.once('connect', () => void take(steps, socket, () => leave('left')));
  });

const take = async (steps: readonly Step[], socket: Socket, leave: () => void): Promise<void> => {
  for (const step of steps) {
    if (socket.destroyed) return;
    if (step.kind === 'send') socket.write(step.bytes);
    else if (step.kind === 'wait') await new Promise((wake) => setTimeout(wake, step.milliseconds));
    else if (step.kind === 'end') socket.end();
    else leave();
  }
};

const statusesIn = (text: string): readonly number[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
