import { useState } from 'preact/hooks';
import type { PolicyPage } from '../../../orgcontacts/src/page/policy-page.ts';
import { countText, nameText } from '../model/text.ts';
import { usePage } from '../page-context.ts';
import { Diagnostics } from '../parts/diagnostics.tsx';
import { PolicyText } from '../parts/policy-text.tsx';
import { useLoaded } from '../use-loaded.ts';
import { changeQuery } from '../use-route.ts';
import { WhatIfView } from './what-if-view.tsx';

/** The policy file, what is wrong with it, and what another one would change. */
export const PolicyView = () => {
  const { source, data } = usePage();
  const loaded = useLoaded(source.policy, [data.state?.version]);
  if (loaded.kind === 'loading') return <p class="empty">Loading</p>;
  if (loaded.kind === 'failed') return <p class="empty bad">{loaded.message}</p>;
  return <Policy page={loaded.value} />;
};

const Policy = ({ page }: { readonly page: PolicyPage }) => {
  const { source, route } = usePage();
  const [isEditing, setEditing] = useState(false);
  const { file, text, diagnostics } = page;
  const { live } = source;
  if (text === null)
    return (
      <p class="empty">
        There is no {nameText(file)}. <code>orgcontacts init</code> writes a first one.
      </p>
    );
  return (
    <>
      <div class="list-head">
        <h1>{nameText(file)}</h1>
        {live && (
          <button type="button" class="button" aria-pressed={isEditing} onClick={() => setEditing(!isEditing)}>
            {isEditing ? 'Stop trying' : 'Try a change'}
          </button>
        )}
      </div>
      {isEditing && live ? (
        <WhatIfView page={page} text={text} live={live} />
      ) : (
        <>
          <p class="quiet">
            {diagnostics.length === 0
              ? 'Nothing is wrong with it.'
              : `${countText(diagnostics.length, 'thing')} to look at.`}
            {page.isHidden && ' Contacts are hidden.'}
          </p>
          {diagnostics.length > 0 && (
            <Diagnostics
              file={file}
              diagnostics={diagnostics}
              toLine={(line) => changeQuery(route, { line: String(line) })}
            />
          )}
          <PolicyText text={text} diagnostics={diagnostics} line={Number(route.query['line'] ?? 0)} />
        </>
      )}
    </>
  );
};
