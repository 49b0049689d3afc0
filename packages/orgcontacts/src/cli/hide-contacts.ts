/** Where the contacts of a policy begin; in JSON too. */
const beginning = /^(\s*)[{\s]*["']?contacts["']?\s*:/;

/** Under `contacts`, everything that is neither the first key of its line, a field's key, nor structure. */
const underContacts =
  /(^[\s-]*["']?[\w.-]+["']?\s*:|[{,]\s*["']?(?:name|title|email|phone|reviewed)["']?\s*:)|[^\s{}[\],]/g;

/** Anywhere else, the value of one of the four fields. */
const elsewhere = /\b((?:name|title|email|phone)["']?\s*:\s*)("[^"]*"?|'[^']*'?|[^,}]+)/g;

/** Hides the contacts in the text of a policy. What is hidden keeps its length, so that marks still stand under it. */
export const hideContacts = (text: string): string => {
  let indent: number | undefined;
  const hideLine = (line: string): string => {
    const begins = beginning.exec(line);
    if (begins) indent = begins[1]?.length ?? 0;
    else if (indent !== undefined && indentOf(line) <= indent) indent = undefined;
    return indent === undefined
      ? line.replaceAll(elsewhere, (_, key: string, value: string) => key + '·'.repeat(value.length))
      : line.replaceAll(underContacts, (_, key: string | undefined) => key ?? '·');
  };
  return text.split('\n').map(hideLine).join('\n');
};

/** Empty lines and comments end nothing. */
const indentOf = (line: string): number =>
  /^\s*(#|$)/.test(line) ? Number.POSITIVE_INFINITY : line.length - line.trimStart().length;
