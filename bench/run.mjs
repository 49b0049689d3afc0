// Timings as ratios taken in one run: machines are noisy, seconds from different days are not comparable.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const { applyAtRealQuotas } = await import('./apply-at-real-quotas.mjs');

const benches = [applyAtRealQuotas];

let failed = 0;
for (const bench of benches) {
  const { name, figure, bound, detail } = await bench();
  const isWithin = figure <= bound;
  if (!isWithin) failed++;
  console.log(`${isWithin ? 'ok  ' : 'FAIL'} ${name}: ${figure.toFixed(3)}, at most ${bound}\n     ${detail}`);
}
process.exitCode = failed > 0 ? 1 : 0;
