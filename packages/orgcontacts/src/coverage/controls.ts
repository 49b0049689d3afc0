import type { ContactType } from '../contact/contact-type.ts';
import type { CoveredContact } from './coverage.ts';

/** One requirement that somebody else wrote down, and that contacts meet or do not. */
export interface Control {
  readonly scheme: 'AWS Security Hub' | 'AWS Config' | 'CIS AWS Foundations Benchmark' | 'AWS Well-Architected';
  /** The versions of the scheme in which it has this number, oldest first; none where the scheme has no versions. */
  readonly versions: readonly string[];
  /** As the scheme writes it: `Account.1`. */
  readonly id: string;
  /** In short; the schemes' own titles where they are known. */
  readonly title: string;
  readonly types: readonly ContactType[];
  /** Any contact at all, or the one that the policy wants. */
  readonly asks: 'set' | 'as-wanted';
  /** Whether the number was taken from the scheme itself. */
  readonly isVerified: boolean;
}

const securityContact = { types: ['SECURITY'], asks: 'set', isVerified: true } as const;

const cis = (id: string, versions: readonly string[], isVerified = true): Control => ({
  ...securityContact,
  scheme: 'CIS AWS Foundations Benchmark',
  versions,
  id,
  title: 'Ensure security contact information is registered',
  isVerified,
});

/**
 * What contacts are asked for elsewhere. Security Hub and its Config rule look at SECURITY only, and at whether one is set (AWS Security
 * Hub user guide, "Security Hub controls for AWS accounts", which also maps Account.1 to item 1.2 of CIS 5.0.0; AWS Config developer
 * guide, security-account-information-provided). The other items of CIS are those of the benchmark's tables of contents; that of 6.0.0 is
 * inferred from other tools' lists. Well-Architected asks who is called at all (Security pillar, SEC10-BP01): that is read as what the
 * policy wants, for all three.
 */
export const controls: readonly Control[] = [
  {
    ...securityContact,
    scheme: 'AWS Security Hub',
    versions: [],
    id: 'Account.1',
    title: 'Security contact information should be provided for an AWS account',
  },
  {
    ...securityContact,
    scheme: 'AWS Config',
    versions: [],
    id: 'SECURITY_ACCOUNT_INFORMATION_PROVIDED',
    title: 'security-account-information-provided',
  },
  cis('1.18', ['1.2.0']),
  cis('1.2', ['1.3.0', '1.4.0', '1.5.0', '2.0.0', '3.0.0', '4.0.0', '4.0.1', '5.0.0']),
  cis('2.2', ['6.0.0'], false),
  {
    scheme: 'AWS Well-Architected',
    versions: [],
    id: 'SEC10-BP01',
    title: 'Identify key personnel and external resources',
    types: ['BILLING', 'OPERATIONS', 'SECURITY'],
    asks: 'as-wanted',
    isVerified: true,
  },
];

/** Whether a contact meets a control; unknown is neither, and what the control is not about is not applicable. */
export type ControlStatus = 'passed' | 'failed' | 'unknown' | 'not-applicable';

/**
 * Judges one contact by one control. Pure.
 *
 * @example
 * ```ts
 * import { type CoveredContact, controls, judgeControl } from 'orgcontacts';
 *
 * const failedBy = (contact: CoveredContact): readonly string[] =>
 *   controls.filter((control) => judgeControl(control, contact) === 'failed').map(({ id }) => id);
 * ```
 */
export const judgeControl = ({ types, asks }: Control, { type, state, live }: CoveredContact): ControlStatus => {
  if (!types.includes(type) || state === 'not-active') return 'not-applicable';
  if (asks === 'set') return live.kind === 'set' ? 'passed' : live.kind === 'unset' ? 'failed' : 'unknown';
  switch (state) {
    case 'as-wanted':
      return 'passed';
    case 'missing':
    case 'wrong-value':
    case 'unwanted':
      return 'failed';
    case 'unreadable':
    case 'unreachable':
    case 'unresolved':
      return 'unknown';
    case 'unmanaged':
    case 'excluded':
      return 'not-applicable';
    default:
      return state satisfies never;
  }
};
