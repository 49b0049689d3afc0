import type { PageEvent } from '../../../orgcontacts/src/page/page-event.ts';
import type { Source } from './source.ts';

/** The local server that gave out this page. Its answers are made of the types that stand in the library's room `page`. */
export const makeLiveSource = (): Source => ({
  snapshot: () => get('snapshot'),
  account: (id) => get(`accounts/${encodeURIComponent(id)}`),
  policy: async () => required(await get('policy')),
  runs: async () => required(await get('runs')),
  run: (name) => get(`runs/${encodeURIComponent(name)}`),
  live: {
    whatIf: async (text, signal) => {
      const answer = await fetch('api/what-if', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
        signal,
      });
      return answer.json();
    },
    refresh: async () => {
      await fetch('api/refresh', { method: 'POST' });
    },
    listen: (hear, lost) => {
      const events = new EventSource('api/events');
      const take = ({ data }: MessageEvent<string>) => {
        // The server's own events.
        hear(JSON.parse(data) as PageEvent);
      };
      events.addEventListener('state', take);
      events.addEventListener('run', take);
      events.onopen = () => lost(false);
      events.onerror = () => lost(true);
      return () => events.close();
    },
  },
});

const get = async <Value>(path: string): Promise<Value | undefined> => {
  const answer = await fetch(`api/${path}`);
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return answer.json();
};

const required = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('The server does not know this page.');
  return value;
};
