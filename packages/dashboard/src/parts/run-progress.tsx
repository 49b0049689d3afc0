import type { ShownRun } from '../../../orgcontacts/src/page/run-page.ts';

interface RunProgressProps {
  readonly counts: ShownRun['counts'];
  readonly label: string;
}

/** How far a run is, as one bar. */
export const RunProgress = ({ counts, label }: RunProgressProps) => {
  const { items, written, already, skipped, failed, unconfirmed, open } = counts;
  const parts = [
    { tone: 'done', sign: '=', count: written + already, word: 'done' },
    { tone: 'skipped', sign: '/', count: skipped + unconfirmed, word: 'skipped or unconfirmed' },
    { tone: 'failed', sign: '!', count: failed, word: 'failed' },
    { tone: 'waiting', sign: '', count: open, word: 'to do' },
  ].filter(({ count }) => count > 0);
  const words = parts.map(({ count, word }) => `${count} ${word}`).join(', ');
  return (
    <div class="bar" role="img" aria-label={`${label}: ${words}`} title={words}>
      {parts.map(({ tone, sign, count }) => (
        <span key={tone} class={`i-${tone}`} style={{ flexGrow: count / Math.max(1, items) }}>
          {sign}
        </span>
      ))}
    </div>
  );
};
