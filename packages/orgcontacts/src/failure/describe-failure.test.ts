import { expect, it } from 'vitest';
import { describeFailure } from './describe-failure.ts';
import type { Failure } from './failure.ts';

const denied: Failure = {
  kind: 'denied',
  operation: 'account:GetAlternateContact',
  code: 'AccessDeniedException',
  message: 'not authorized',
  status: 403,
};

it('says operation, code, status and the sentence of the service in one line', () => {
  expect(describeFailure(denied)).toBe('account:GetAlternateContact: AccessDeniedException (HTTP 403): not authorized');
});

it('leaves the status out where there was no answer', () => {
  const { status: _, ...unanswered } = denied;
  expect(describeFailure({ ...unanswered, code: 'ECONNRESET', message: 'socket hang up' })).toBe(
    'account:GetAlternateContact: ECONNRESET: socket hang up',
  );
});
