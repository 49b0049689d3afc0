import type { Control } from '../coverage/controls.ts';

/** Says of which scheme a control is: `CIS AWS Foundations Benchmark 1.3.0 to 5.0.0`. */
export const controlName = ({ scheme, versions }: Control): string => {
  const [first, last] = [versions[0], versions.at(-1)];
  return first === undefined ? scheme : `${scheme} ${first === last ? first : `${first} to ${last}`}`;
};

/** Says a control in a line: `AWS Security Hub Account.1`; a number that was not taken from the scheme itself says so. */
export const controlTitle = (control: Control): string =>
  `${controlName(control)} ${control.id}${control.isVerified ? '' : ' (not verified)'}`;
