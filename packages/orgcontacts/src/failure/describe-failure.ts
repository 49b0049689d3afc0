import type { Failure } from './failure.ts';

/** Says a failure in one line: operation, code, status and the service's own sentence. */
export const describeFailure = ({ operation, code, status, message }: Failure): string =>
  `${operation}: ${code}${status === undefined ? '' : ` (HTTP ${status})`}: ${message}`;
