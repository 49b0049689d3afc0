/** Orders texts, ids of accounts before all, by their code units: the same way everywhere, whatever the language of the machine. */
export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
