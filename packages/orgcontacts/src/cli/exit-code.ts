/** What the exit status of the command means; the same list stands in the README. */
export const exitCodes = {
  done: 0,
  error: 1,
  differences: 2,
  refused: 3,
  partial: 4,
  stale: 5,
  incomplete: 6,
  interrupted: 130,
} as const;

export type ExitReason = keyof typeof exitCodes;

/** When several hold, the first of this list is told. */
const order: readonly ExitReason[] = [
  'interrupted',
  'error',
  'stale',
  'refused',
  'partial',
  'incomplete',
  'differences',
  'done',
];

/** Picks the reason that matters most. */
export const worst = (reasons: readonly ExitReason[]): ExitReason =>
  order.find((each) => reasons.includes(each)) ?? 'done';
