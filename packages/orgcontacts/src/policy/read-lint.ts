import { type LintSettings, warningCodes } from './lint-settings.ts';
import { listOf, recordOf } from './shape.ts';

/** Reads the section `lint` as far as it has the right form. */
export const readLint = (raw: unknown): LintSettings => {
  const { allowedEmailDomains, reviewEvery, errors, ignore } = recordOf(raw);
  const days = /^(\d+)d$/.exec(typeof reviewEvery === 'string' ? reviewEvery : '')?.[1];
  const domains = listOf(allowedEmailDomains).filter(isText);
  return {
    // A list in which no domain stands is diagnosed itself, and nothing can be measured by it.
    allowedEmailDomains: domains.length === 0 ? null : domains,
    reviewEvery: days === undefined ? null : Number(days),
    errors: warningCodes.filter((code) => listOf(errors).includes(code)),
    ignore: warningCodes.filter((code) => listOf(ignore).includes(code)),
  };
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
