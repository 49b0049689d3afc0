import type { ShownDiagnostic } from '../../../orgcontacts/src/page/policy-page.ts';

interface DiagnosticsProps {
  readonly file: string;
  readonly diagnostics: readonly ShownDiagnostic[];
  /** Called with a line that somebody wants to see. */
  readonly toLine?: (line: number) => void;
}

/** What is wrong with a policy, each with its line. */
export const Diagnostics = ({ file, diagnostics, toLine }: DiagnosticsProps) => (
  <ul class="diagnostics">
    {diagnostics.map(({ code, severity, message, help, line, column }) => (
      <li key={`${code} ${line}:${column}`} class={severity}>
        <p>
          <b>{severity}</b> <code>{code}</code>{' '}
          {line > 0 &&
            (toLine ? (
              <button type="button" class="link" onClick={() => toLine(line)}>
                line {line}
              </button>
            ) : (
              <span>
                {file}:{line}
              </span>
            ))}
        </p>
        <p>{message}</p>
        {help !== '' && <p class="quiet">{help}</p>}
      </li>
    ))}
  </ul>
);
