// Timings as ratios taken in one run: machines are noisy, seconds from different days are not comparable.
// `npm run bench` runs them all; `npm run bench -- cold-start memory` those whose names hold one of the words.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const { applyAtRealQuotas } = await import('./apply-at-real-quotas.mjs');
const { applyOnVirtualClock } = await import('./apply-of-ten-thousand.mjs');
const { applyOverTheSdk } = await import('./apply-over-the-sdk.mjs');
const { coldStart } = await import('./cold-start.mjs');
const { loopOfCliCalls } = await import('./loop-of-cli-calls.mjs');
const { planOfFiftyThousand } = await import('./plan-of-fifty-thousand.mjs');
const { report } = await import('./report.mjs');
const { timeFromEvent } = await import('./time-from-event.mjs');
const { validateThousand } = await import('./validate.mjs');

const benches = [
  ['cold-start', coldStart],
  ['validate', validateThousand],
  ['plan-50000', planOfFiftyThousand],
  ['virtual', applyOnVirtualClock],
  ['real-120', () => applyAtRealQuotas(120)],
  ['real-300', () => applyAtRealQuotas(300)],
  ['cli-loop', loopOfCliCalls],
  ['sdk', applyOverTheSdk],
  ['event', timeFromEvent],
];

const wanted = process.argv.slice(2);
const isWanted = ([name]) => wanted.length === 0 || wanted.some((word) => name.includes(word));

await report(benches.filter(isWanted).map(([, bench]) => bench));
