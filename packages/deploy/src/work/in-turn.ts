import { keys } from './objects.ts';
import { readPause } from './paused.ts';
import type { Tools } from './tools.ts';
import type { Work } from './work.ts';

/** Another execution has its turn: this one has to try again. */
class TurnTaken extends Error {
  override readonly name = 'TurnTaken';
}

/** For how long after its last try somebody counts as waiting, in milliseconds: between two tries lie at most 60 seconds. */
const waitsFor = 180_000;

/**
 * Runs a batch when nobody else runs one for the same organization: all of them share the quotas of one calling account, and no two may
 * write at once. Throws `TurnTaken` when another execution has its turn, having noted that this one waits. A pause ends it as `paused`.
 */
export const inTurn = async (tools: Tools, work: Work, task: () => Promise<Work>): Promise<Work> => {
  if ((await readPause(tools.objects, work.organization.name)) !== undefined) return { ...work, ...paused };
  const claim = await tools.journal(work.organization).claim();
  if (claim.kind === 'taken') {
    await noteWaiting(tools, work);
    throw new TurnTaken(`Another execution has its turn: ${claim.by}.`);
  }
  try {
    const done = await task();
    return { ...done, yields: await isSomebodyWaiting(tools, work) };
  } finally {
    await claim.release();
  }
};

/** What is left of the work on an organization that is paused. */
export const paused = { status: 'paused', again: null, notice: null } as const;

const noteWaiting = ({ objects, clock }: Tools, { organization, execution }: Work): Promise<void> =>
  objects.put(keys.waiting(organization.name), JSON.stringify({ execution, at: clock.now() }));

const isSomebodyWaiting = async ({ objects, clock }: Tools, { organization, execution }: Work): Promise<boolean> => {
  const text = await objects.get(keys.waiting(organization.name));
  if (text === undefined) return false;
  // Written above and nowhere else.
  const waiting = JSON.parse(text) as { readonly execution: string; readonly at: number };
  return waiting.execution !== execution && clock.now() - waiting.at < waitsFor;
};
