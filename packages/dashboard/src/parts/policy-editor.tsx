import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';
import type { ShownDiagnostic } from '../../../orgcontacts/src/page/policy-page.ts';

interface PolicyEditorProps {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly diagnostics: readonly ShownDiagnostic[];
  readonly field: Ref<HTMLTextAreaElement>;
}

/** A field for the policy, with its lines numbered and those marked that something is wrong with. */
export const PolicyEditor = ({ text, change, diagnostics, field }: PolicyEditorProps) => {
  const gutter = useRef<HTMLDivElement>(null);
  const severities = new Map(diagnostics.toReversed().map(({ line, severity }) => [line, severity]));
  return (
    <div class="editor">
      <div class="gutter" ref={gutter} aria-hidden="true">
        {text.split('\n').map((_, index) => (
          <span key={index} class={severities.get(index + 1) ?? ''}>
            {index + 1}
          </span>
        ))}
      </div>
      <textarea
        ref={field}
        id="policy-editor"
        aria-label="Policy, to try a change"
        spellcheck={false}
        autocomplete="off"
        wrap="off"
        value={text}
        onInput={({ currentTarget }) => change(currentTarget.value)}
        onScroll={({ currentTarget }) => {
          if (gutter.current) gutter.current.scrollTop = currentTarget.scrollTop;
        }}
      />
    </div>
  );
};
