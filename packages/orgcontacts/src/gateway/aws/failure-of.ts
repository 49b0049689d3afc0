import type { Failure, FailureKind } from '../../failure/failure.ts';

/** What an error of the AWS SDK for JavaScript may carry; nothing of it can be relied on. */
interface SdkError {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: unknown };
}

const kinds: Readonly<Record<string, FailureKind>> = {
  TooManyRequestsException: 'throttled',
  ThrottlingException: 'throttled',
  Throttling: 'throttled',
  RequestLimitExceeded: 'throttled',
  AccessDeniedException: 'denied',
  AccessDenied: 'denied',
  ResourceNotFoundException: 'missing',
  AccountNotFoundException: 'missing',
  ParentNotFoundException: 'missing',
  ChildNotFoundException: 'missing',
  PolicyNotFoundException: 'missing',
  TargetNotFoundException: 'missing',
  ConflictException: 'conflict',
  ConcurrentModificationException: 'conflict',
  ValidationException: 'invalid',
  InvalidInputException: 'invalid',
  InternalServerException: 'unavailable',
  ServiceException: 'unavailable',
  ExpiredTokenException: 'expired',
  ExpiredToken: 'expired',
  RequestExpired: 'expired',
  UnrecognizedClientException: 'expired',
  InvalidClientTokenId: 'expired',
  TimeoutError: 'unavailable',
  // What the SDK throws when a call was ended at its deadline.
  AbortError: 'unavailable',
  RequestTimeout: 'unavailable',
};

/** Broken connections, as Node.js names them. */
const networkCodes = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
]);

/** What the SDK throws when it finds no valid credentials, or cannot renew them; no call went out. */
const credentialErrors = new Set(['CredentialsProviderError', 'TokenProviderError', 'ProviderError']);

/**
 * Turns what the SDK threw into a Failure by error code, then status, never by its wording. Anything that is no answer, no network
 * trouble and no trouble with credentials (a programming mistake) is thrown on.
 */
export const failureOf = (operation: string, thrown: unknown): Failure => {
  const { name, message, code, $metadata } = readError(thrown);
  const status = typeof $metadata?.httpStatusCode === 'number' ? $metadata.httpStatusCode : undefined;
  const network = typeof code === 'string' && networkCodes.has(code) ? code : undefined;
  const label = network ?? String(name ?? 'Error');
  const kind = network ? 'unavailable' : credentialErrors.has(label) ? 'expired' : kinds[label];
  if (status === undefined && kind !== 'unavailable' && kind !== 'expired') throw thrown;
  return {
    kind: kind ?? kindOfStatus(status),
    operation,
    code: label,
    message: String(message ?? ''),
    ...(status !== undefined && { status }),
  };
};

/** Some 400s come without a type: API Gateway's own; they are validation failures (observed on live AWS). */
const kindOfStatus = (status: number | undefined): FailureKind => {
  if (status === 429) return 'throttled';
  if (status === 403) return 'denied';
  if (status === 404) return 'missing';
  if (status === 409) return 'conflict';
  if (status === 400) return 'invalid';
  return status !== undefined && status >= 500 ? 'unavailable' : 'other';
};

const readError = (thrown: unknown): SdkError =>
  typeof thrown === 'object' && thrown !== null ? thrown : { message: thrown };
