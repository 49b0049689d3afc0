import type { Arrival } from './event-source.ts';

/** Whether a source of events answers, told when it changes and not each time. */
export interface Link {
  lost(because: string): Promise<void>;
  back(): Promise<void>;
}

/** Makes a link that is taken for whole until it is lost. */
export const makeLink = (take: (arrival: Arrival) => Promise<void>): Link => {
  let isLost = false;
  return {
    lost: async (because) => {
      if (!isLost) await take({ kind: 'lost', because });
      isLost = true;
    },
    back: async () => {
      if (isLost) await take({ kind: 'back' });
      isLost = false;
    },
  };
};
