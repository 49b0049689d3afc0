/** Whether a text is how spreadsheets write a long number, as 1.11122E+11: whatever stood there before, most of its digits are lost. */
export const hasLostDigits = (text: string): boolean => /^[+-]?\d+(?:[.,]\d+)?e\+?\d+$/i.test(text.trim());
