import { useState } from 'preact/hooks';

/** A command line to take along. */
export const CommandLine = ({ command }: { readonly command: string }) => {
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(command).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div class="command">
      <code id="command">{command}</code>
      <button type="button" class="button" onClick={() => void copy()}>
        {isCopied ? 'Copied' : 'Copy'}
      </button>
    </div>
  );
};
