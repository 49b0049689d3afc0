/**
 * How a text begins that a spreadsheet would take for a formula (OWASP, "CSV Injection"), or for a number or date: it would show
 * and save 0800 as 800, and 1/2 as a day.
 */
const risky = /(?:[\t\r\n]|\s*(?:[=+\-@＝＋－＠]|[(.]?\d))/.source;

const isRisky = new RegExp(`^'*${risky}`);
const looksGuarded = new RegExp(`^'+${risky}`);

/** Puts an apostrophe before a text that a spreadsheet would take for something else. */
export const guard = (text: string): string => (isRisky.test(text) ? `'${text}` : text);

/** Puts an apostrophe only before a text that looks as if it had one already, so that `unguard` gives back what was meant. */
export const guardLookalike = (text: string): string => (looksGuarded.test(text) ? `'${text}` : text);

/** Takes away the one apostrophe that `guard` or `guardLookalike` put there, or a person in the same need. */
export const unguard = (text: string): string => (looksGuarded.test(text) ? text.slice(1) : text);
