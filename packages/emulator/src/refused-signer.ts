import type { ServiceError, ServiceName } from './operation.ts';

/** What every AWS service answers to an unsigned request. */
export const unsigned: ServiceError = {
  code: 'MissingAuthenticationTokenException',
  status: 403,
  message: 'Missing Authentication Token',
};

/** What a key gets that AWS does not know; the JSON services and STS name it differently (AWS docs: common errors). */
export const unknownKey = (service: ServiceName): ServiceError => ({
  code: service === 'sts' ? 'InvalidClientTokenId' : 'UnrecognizedClientException',
  status: 403,
  message: 'The security token included in the request is invalid.',
});
