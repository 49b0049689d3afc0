import { type Counts, managedIn } from './tally.ts';

/** The share that is as wanted, as `87 %`; never 100 % while anything is not. */
export const shareText = (counts: Counts): string => {
  const managed = managedIn(counts);
  if (managed === 0) return 'not managed';
  const share = counts['as-wanted'] / managed;
  return share === 1 ? '100 %' : `${Math.min(99, Math.round(share * 100))} %`;
};
