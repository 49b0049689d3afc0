/** Names the candidate that a misspelt word probably means; undefined when none is near. */
const suggest = (word: string, candidates: readonly string[]): string | undefined => {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(1, Math.round(word.length / 2.5)) ? best.candidate : undefined;
};

/** Says a suggestion as the beginning of a help text; empty when there is none. */
export const didYouMean = (word: string, candidates: readonly string[]): string => {
  const found = suggest(word, candidates);
  return found === undefined ? '' : `Did you mean ${found}? `;
};

/** Levenshtein distance, row by row. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [index, against] of [...other].entries()) {
      const replaced = (row[index] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};
