import type { ServiceError, ServiceName } from '../operation.ts';
import type { Signer } from './signer-of.ts';

/** What a call gets whose signer is nobody, or nobody any more. */
export const refuseSigner = (kind: Exclude<Signer['kind'], 'caller'>, service: ServiceName): ServiceError => {
  switch (kind) {
    case 'unsigned':
      return unsigned(service);
    case 'unknown':
      return unknownKey(service);
    case 'expired':
      return expired(service);
    default:
      return kind satisfies never;
  }
};

/** What an unsigned request gets; STS names it as query services do (AWS docs: common errors; users' reports). */
const unsigned = (service: ServiceName): ServiceError =>
  service === 'sts'
    ? { code: 'MissingAuthenticationToken', status: 403, message: 'Request is missing Authentication Token' }
    : { code: 'MissingAuthenticationTokenException', status: 403, message: 'Missing Authentication Token' };

/** What a key gets that AWS does not know; the JSON services and STS name it differently (AWS docs: common errors). */
const unknownKey = (service: ServiceName): ServiceError => ({
  code: service === 'sts' ? 'InvalidClientTokenId' : 'UnrecognizedClientException',
  status: 403,
  message: 'The security token included in the request is invalid.',
});

/** What temporary credentials get after their time (AWS docs: common errors). */
export const expired = (service: ServiceName): ServiceError => ({
  code: service === 'sts' ? 'ExpiredToken' : 'ExpiredTokenException',
  status: 403,
  message: 'The security token included in the request is expired',
});
