import type { Outcome, ServiceError } from '../operation.ts';
import { decodeJson, type Protocol } from './protocol.ts';
import { jsonAnswer, type WireRequest } from './request.ts';

/** `/getAlternateContact` names GetAlternateContact (AWS service model: every operation is a POST to its own path). */
const operationOf = ({ path }: WireRequest): string => path.charAt(1).toUpperCase() + path.slice(2);

/** What API Gateway answers where nothing is (AWS docs: gateway response types). */
export const missingToken: ServiceError = {
  code: 'MissingAuthenticationTokenException',
  status: 403,
  message: 'Missing Authentication Token',
};

/** Account Management: one path an operation, JSON bodies, error types in a header (AWS service model; seen in a real 429). */
export const restJson: Protocol = {
  service: 'account',
  speaks: ({ method, path, headers }) =>
    method === 'POST' && /^\/[a-z][A-Za-z]+$/.test(path) && headers['x-amz-target'] === undefined,
  decode: (request) => decodeJson(operationOf(request), request.body, 'ValidationException'),
  encode: (_, outcome: Outcome, requestId) =>
    outcome.kind === 'ok'
      ? jsonAnswer(200, outcome.output ?? {}, { 'x-amzn-requestid': requestId })
      : jsonAnswer(
          outcome.error.status,
          { message: outcome.error.message, ...outcome.error.members },
          { 'x-amzn-requestid': requestId, ...(!outcome.error.untyped && { 'x-amzn-errortype': outcome.error.code }) },
        ),
  unknownOperation: (operation, { unknownPath }) =>
    unknownPath === 'missing-token'
      ? missingToken
      : {
          code: 'UnknownOperationException',
          status: 404,
          message: `The emulator has no operation ${operation} of Account Management.`,
        },
};
