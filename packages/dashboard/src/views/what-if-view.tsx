import { useEffect, useRef, useState } from 'preact/hooks';
import type { PolicyPage } from '../../../orgcontacts/src/page/policy-page.ts';
import type { PolicyDifference, Stand, WhatIf } from '../../../orgcontacts/src/page/what-if.ts';
import { countText, nameText } from '../model/text.ts';
import { AccountLinks } from '../parts/account-links.tsx';
import { CommandLine } from '../parts/command-line.tsx';
import { ContactTable } from '../parts/contact-table.tsx';
import { Diagnostics } from '../parts/diagnostics.tsx';
import { PolicyEditor } from '../parts/policy-editor.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import type { LiveSource } from '../source/source.ts';

interface WhatIfViewProps {
  readonly page: PolicyPage;
  readonly text: string;
  readonly live: LiveSource;
}

/** Somebody who types pauses for so long, in milliseconds. */
const pause = 250;

/** The policy, to be changed on the page only, and beside it what the change would do. */
export const WhatIfView = ({ page, text, live }: WhatIfViewProps) => {
  const [edited, setEdited] = useState(text);
  const { answer, isBusy, error } = useWhatIf(edited, live);
  const isSame = edited === text;
  const editor = useRef<HTMLTextAreaElement>(null);
  return (
    <div class="what-if">
      <section aria-label="Edit the policy">
        <PolicyEditor text={edited} change={setEdited} diagnostics={answer?.diagnostics ?? []} field={editor} />
        <p class="editor-tools">
          <button type="button" class="button" disabled={isSame} onClick={() => setEdited(text)}>
            Put it back
          </button>
          <button type="button" class="button" disabled={isSame} onClick={() => download(page.file, edited)}>
            Download
          </button>
          <span class="quiet">The file itself stays as it is.</span>
        </p>
      </section>
      <section class="effects" aria-label="What would change" aria-busy={isBusy}>
        <h2>What would change</h2>
        {error && <p class="bad">{error}</p>}
        {answer && <Effects answer={answer} file={page.file} isSame={isSame} />}
      </section>
    </div>
  );
};

/** Asks the server once somebody has paused; an answer to an earlier text is dropped. */
const useWhatIf = (text: string, live: LiveSource) => {
  const [answer, setAnswer] = useState<WhatIf>();
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    const stopping = new AbortController();
    setBusy(true);
    const timer = setTimeout(() => {
      live
        .whatIf(text, stopping.signal)
        .then(
          (next) => {
            setAnswer(next);
            setError('');
          },
          (thrown: unknown) => stopping.signal.aborted || setError(String(thrown)),
        )
        .finally(() => stopping.signal.aborted || setBusy(false));
    }, pause);
    return () => {
      clearTimeout(timer);
      stopping.abort();
    };
  }, [text]);
  return { answer, error, isBusy };
};

interface EffectsProps {
  readonly answer: WhatIf;
  readonly file: string;
  readonly isSame: boolean;
}

const Effects = ({ answer, file, isSame }: EffectsProps) => {
  const { diagnostics, plan, differences } = answer;
  const accounts = new Set(differences.flatMap((difference) => difference.accounts.map(({ id }) => id))).size;
  return (
    <>
      {diagnostics.length > 0 && <Diagnostics file={file} diagnostics={diagnostics} />}
      {plan === null ? (
        <p class="empty">Nothing can be planned with this text.</p>
      ) : differences.length === 0 ? (
        <p class="empty">
          {isSame ? 'Type on the left, and see here what it would do.' : 'No account would stand differently.'}
        </p>
      ) : (
        <>
          <p role="status">
            {countText(
              differences.reduce((all, each) => all + each.accounts.length, 0),
              'contact',
            )}{' '}
            of {countText(accounts, 'account')} would stand differently. The plan would then have{' '}
            {countText(plan.changes, 'change')}
            {plan.breaches.length > 0 ? ', over a limit' : ''}.
          </p>
          {differences.map((difference) => (
            <Difference
              key={JSON.stringify([difference.type, difference.from, difference.to])}
              difference={difference}
            />
          ))}
          <p class="quiet">Once the file is saved, this applies exactly that plan:</p>
          <CommandLine command={plan.command} />
        </>
      )}
    </>
  );
};

const Difference = ({ difference }: { readonly difference: PolicyDifference }) => {
  const { type, from, to, accounts } = difference;
  const label = `${type} of ${countText(accounts.length, 'account')}`;
  return (
    <article class="card">
      <div class="card-head">
        <h3>{label}</h3>
        <span class="from-to">
          {from.state !== to.state && (
            <>
              <span class="quiet">now</span>
              <StateBadge state={from.state} />
              <span class="quiet">then</span>
            </>
          )}
          <StateBadge state={to.state} />
        </span>
      </div>
      {sameWanted(from, to) ? null : (
        <ContactTable before={from.wanted} after={to.wanted} heads={['wanted now', 'wanted then']} label={label} />
      )}
      <p class="quiet">
        {doesText(to)}
        {to.line > 0 && `, by line ${to.line}`}
      </p>
      <AccountLinks accounts={accounts} />
    </article>
  );
};

const sameWanted = (one: Stand, other: Stand): boolean => JSON.stringify(one.wanted) === JSON.stringify(other.wanted);

const doesText = ({ change }: Stand): string =>
  change === null ? 'A plan would do nothing' : `A plan would ${change} it`;

const download = (file: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = nameText(file.split(/[\\/]/).at(-1) ?? 'contacts.yaml');
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 0);
};
