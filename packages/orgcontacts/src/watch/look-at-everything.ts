import { noteSweep } from '../events/conclude-look.ts';
import { lookedAt } from './look-at.ts';
import { observePlan } from './observe-plan.ts';
import { type PutRight, putRight } from './put-right.ts';
import type { WatchTools } from './watch-tools.ts';

/** What looking at everything came to. */
export interface Swept {
  readonly put: PutRight | { readonly kind: 'trouble' };
  /** Something is other than the policy wants, and was left so. */
  readonly differs: boolean;
  readonly isIncomplete: boolean;
}

/** Looks at everything and puts it right; finds what no event told. What kept it from that is told. */
export const lookAtEverything = async (tools: WatchTools): Promise<Swept> => {
  const { memory, writing, tell } = tools;
  const began = writing.clock.now();
  const policy = await tools.readPolicy();
  const observed = 'because' in policy ? policy : await observePlan(tools.reading, policy, 'all');
  if ('because' in observed) {
    tell({ kind: 'trouble', because: observed.because });
    return { put: { kind: 'trouble' }, differs: false, isIncomplete: true };
  }
  const { plan, org } = observed;
  const looked = lookedAt('all', plan);
  tell(looked);
  // Limits are measured against what there is now, and contests against the policy as it was when something was last written.
  await memory.change((state) => ({ ...state, scope: plan.scope }));
  const put = await putRight(tools, { plan, org, reason: 'watch: everything' });
  if (put.kind === 'later') tell({ kind: 'trouble', because: put.because });
  else await memory.change((state) => noteSweep(state, plan, began));
  const written = put.kind === 'run' ? put.record.plan.changes.length : 0;
  return {
    put,
    differs: plan.changes.length + plan.findings.length > written,
    isIncomplete: looked.kind === 'looked' && looked.isIncomplete,
  };
};
