/** Control characters, and marks that turn the direction of text round: on a screen they could lie about what stands there. */
const unsafe = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

/** Makes foreign text safe to show: whatever could move the cursor or the reading direction is written as its code. */
export const printable = (text: string): string =>
  text.replace(unsafe, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
