import { useEffect, useRef } from 'preact/hooks';
import type { ShownDiagnostic } from '../../../orgcontacts/src/page/policy-page.ts';

interface PolicyTextProps {
  readonly text: string;
  readonly diagnostics: readonly ShownDiagnostic[];
  /** The line that somebody wants to see; 0 for none. */
  readonly line: number;
}

/** A policy, line by line, with what is wrong at its line. */
export const PolicyText = ({ text, diagnostics, line }: PolicyTextProps) => {
  const wanted = useRef<HTMLLIElement>(null);
  useEffect(() => wanted.current?.scrollIntoView({ block: 'center' }), [line]);
  return (
    <ol class="policy-text" aria-label="Policy file">
      {text
        .replace(/\n$/, '')
        .split('\n')
        .map((each, index) => {
          const number = index + 1;
          const here = diagnostics.filter((diagnostic) => diagnostic.line === number);
          const isWanted = number === line;
          return (
            <li
              key={number}
              ref={isWanted ? wanted : null}
              class={classOf(here, isWanted)}
              aria-current={isWanted || undefined}
            >
              <Line text={each} />
              {here.map(({ code, severity, message }) => (
                <span key={`${code} ${message}`} class={`line-note ${severity}`}>
                  {severity}: {message}
                </span>
              ))}
            </li>
          );
        })}
    </ol>
  );
};

const classOf = (here: readonly ShownDiagnostic[], isWanted: boolean): string =>
  [
    isWanted ? 'wanted' : '',
    here.some(({ severity }) => severity === 'error') ? 'error' : '',
    here.length > 0 ? 'noted' : '',
  ]
    .filter(Boolean)
    .join(' ');

/** The key of a line, what follows it, and its comment. */
const parts = /^(\s*(?:- )?(?:[\w.-]+|"[^"]*")(?=:))?(.*?)((?:^|\s)#.*)?$/;

const Line = ({ text }: { readonly text: string }) => {
  const [, key = '', value = '', comment = ''] = parts.exec(text) ?? [];
  return (
    <code>
      {key && <b>{key}</b>}
      {value}
      {comment && <span class="quiet">{comment}</span>}
    </code>
  );
};
