import { expect, it } from 'vitest';
import { failureOf } from './failure-of.ts';

const operation = 'account:PutAlternateContact';

/** An error as the SDK throws it: a name, an HTTP status where there was an answer, a network code where there was none. */
const sdkError = (name: string, status?: number, code?: string) =>
  Object.assign(new Error('its own sentence'), {
    name,
    $metadata: status === undefined ? {} : { httpStatusCode: status },
    ...(code !== undefined && { code }),
  });

it.each([
  ['TooManyRequestsException', 429, 'throttled'],
  ['TooManyRequestsException', 400, 'throttled'],
  ['ThrottlingException', 400, 'throttled'],
  ['AccessDeniedException', 403, 'denied'],
  ['AccessDeniedException', 400, 'denied'],
  ['AccessDenied', 403, 'denied'],
  ['ResourceNotFoundException', 404, 'missing'],
  ['AccountNotFoundException', 400, 'missing'],
  ['ParentNotFoundException', 400, 'missing'],
  ['TargetNotFoundException', 400, 'missing'],
  ['ConflictException', 409, 'conflict'],
  ['ConcurrentModificationException', 400, 'conflict'],
  ['ValidationException', 400, 'invalid'],
  ['InvalidInputException', 400, 'invalid'],
  ['InternalServerException', 500, 'unavailable'],
  ['ServiceException', 500, 'unavailable'],
  ['ExpiredTokenException', 403, 'expired'],
  ['ExpiredToken', 403, 'expired'],
  ['UnrecognizedClientException', 403, 'expired'],
  ['InvalidClientTokenId', 403, 'expired'],
] as const)('takes %s with HTTP %i for %s, by its name', (name, status, kind) => {
  expect(failureOf(operation, sdkError(name, status))).toEqual({
    kind,
    operation,
    code: name,
    message: 'its own sentence',
    status,
  });
});

it.each([
  [400, 'invalid'],
  [403, 'denied'],
  [404, 'missing'],
  [409, 'conflict'],
  [418, 'other'],
  [424, 'other'],
  [429, 'throttled'],
  [500, 'unavailable'],
  [502, 'unavailable'],
  [503, 'unavailable'],
] as const)('takes a nameless HTTP %i for %s, by its status', (status, kind) => {
  expect(failureOf(operation, sdkError('UnknownError', status)).kind).toBe(kind);
});

it.each(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOTFOUND', 'EHOSTUNREACH'])(
  'takes the network code %s for an unavailable service',
  (code) => {
    expect(failureOf(operation, sdkError('Error', undefined, code))).toEqual({
      kind: 'unavailable',
      operation,
      code,
      message: 'its own sentence',
    });
  },
);

it('takes the timeout of the SDK for an unavailable service', () => {
  expect(failureOf(operation, sdkError('TimeoutError'))).toMatchObject({ kind: 'unavailable', code: 'TimeoutError' });
});

it.each(['CredentialsProviderError', 'TokenProviderError', 'ProviderError'])(
  'takes %s for credentials that are no longer valid, though no call went out',
  (name) => {
    expect(failureOf(operation, sdkError(name))).toMatchObject({ kind: 'expired', code: name });
  },
);

it('never decides by the wording', () => {
  const misleading = Object.assign(sdkError('AccessDeniedException', 403), { message: 'Too Many Requests' });
  expect(failureOf(operation, misleading).kind).toBe('denied');
});

it.each([
  ['a programming mistake', new TypeError('x is not a function')],
  ['an unknown code without an answer', sdkError('Error', undefined, 'ERR_INVALID_ARG_TYPE')],
  ['something that is no error at all', 'a text'],
  ['nothing', undefined],
])('throws %s on, since it is no answer of AWS', (_, thrown) => {
  let caught: unknown = 'nothing was thrown';
  try {
    failureOf(operation, thrown);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBe(thrown);
});
