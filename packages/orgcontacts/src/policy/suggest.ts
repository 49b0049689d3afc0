/** Names the candidate that a misspelt word probably means, the first of equally near ones; undefined when none is near. */
const suggest = (word: string, candidates: readonly string[]): string | undefined => {
  const inLowerCase = word.toLowerCase();
  let nearest: string | undefined;
  let within = Math.max(1, Math.round(word.length / 2.5));
  for (const candidate of candidates) {
    const distance = distanceWithin(within, inLowerCase, candidate.toLowerCase());
    if (distance === undefined) continue;
    nearest = candidate;
    within = distance - 1;
  }
  return nearest;
};

/** Says a suggestion as the beginning of a help text; empty when there is none. */
export const didYouMean = (word: string, candidates: readonly string[]): string => {
  const found = suggest(word, candidates);
  return found === undefined ? '' : `Did you mean ${found}? `;
};

/**
 * Levenshtein distance, row by row, behind what both begin with; undefined as soon as it is sure to be beyond what matters. A file may
 * have thousands of candidates for each of thousands of words.
 */
const distanceWithin = (within: number, one: string, other: string): number | undefined => {
  if (Math.abs(one.length - other.length) > within) return undefined;
  const same = sameBeginning(one, other);
  let row = Array.from({ length: other.length - same + 1 }, (_, index) => index);
  for (let at = same; at < one.length; at++) {
    row = nextRow(row, one[at], other.slice(same));
    // A row is never below the least of the row above.
    if (Math.min(...row) > within) return undefined;
  }
  const distance = row.at(-1) ?? 0;
  return distance <= within ? distance : undefined;
};

const sameBeginning = (one: string, other: string): number => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
};

const nextRow = (above: readonly number[], letter: string | undefined, other: string): number[] => {
  let left = (above[0] ?? 0) + 1;
  const row = [left];
  for (let index = 0; index < other.length; index++) {
    const replaced = (above[index] ?? 0) + (letter === other[index] ? 0 : 1);
    left = Math.min(replaced, (above[index + 1] ?? 0) + 1, left + 1);
    row.push(left);
  }
  return row;
};
