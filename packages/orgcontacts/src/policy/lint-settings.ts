import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { type DiagnosticCode, severityOf } from '../diagnostic/diagnostic-codes.ts';
import { policyCodes } from '../diagnostic/policy-codes.ts';

/** What a policy says about warnings. */
export interface LintSettings {
  /** The only domains that addresses may have; null when any will do. A domain may begin with `*.` for those below it. */
  readonly allowedEmailDomains: readonly string[] | null;
  /** How many days a review stays good; null when nobody asks. */
  readonly reviewEvery: number | null;
  /** Warnings that are errors here. */
  readonly errors: readonly DiagnosticCode[];
  /** Warnings that are not told. */
  readonly ignore: readonly DiagnosticCode[];
}

/** Nothing is asked beyond what every policy has to hold. */
export const noLint: LintSettings = { allowedEmailDomains: null, reviewEvery: null, errors: [], ignore: [] };

// The keys of a table of codes are codes.
const codes = Object.keys(policyCodes) as DiagnosticCode[];

/** The codes that a policy may ignore or make errors: those of warnings. */
export const warningCodes: readonly DiagnosticCode[] = codes.filter((code) => severityOf(code) === 'warning');

/** Gives each warning the weight that the policy says: an error, or nothing at all. */
export const weighWarnings = (
  diagnostics: readonly Diagnostic[],
  { errors, ignore }: LintSettings,
): readonly Diagnostic[] =>
  diagnostics
    .filter(({ code, severity }) => severity === 'error' || !ignore.includes(code))
    .map((each) => (errors.includes(each.code) ? { ...each, severity: 'error' } : each));

/** Whether an address has one of the domains that a policy allows; without a list every domain is. Case does not matter. */
export const isAllowedAddress = (email: string, { allowedEmailDomains }: LintSettings): boolean => {
  if (allowedEmailDomains === null) return true;
  const domain = email
    .slice(email.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  return allowedEmailDomains.some((allowed) => coversDomain(allowed.toLowerCase(), domain));
};

const coversDomain = (allowed: string, domain: string): boolean =>
  allowed.startsWith('*.') ? domain.endsWith(allowed.slice(1)) : domain === allowed;
