import type { Report } from '../report.ts';

/** Shows an IAM document as AWS takes it, and nothing else: it goes into files and commands. */
export const renderIamReport = ({ document }: Extract<Report, { kind: 'iam' }>): string =>
  JSON.stringify(document, undefined, 2);
