import type { Outcome } from '../operation.ts';
import { type Protocol, readJsonObject } from './protocol.ts';
import { jsonAnswer, type WireRequest } from './request.ts';

/** `/getAlternateContact` names GetAlternateContact (AWS service model: every operation is a POST to its own path). */
const operationOf = ({ path }: WireRequest): string => path.charAt(1).toUpperCase() + path.slice(2);

/** Account Management: one path an operation, JSON bodies, error types in a header (AWS service model; seen in a real 429). */
export const restJson: Protocol = {
  service: 'account',
  speaks: ({ method, path, headers }) =>
    method === 'POST' && /^\/[a-z][A-Za-z]+$/.test(path) && headers['x-amz-target'] === undefined,
  decode: (request) => {
    const operation = operationOf(request);
    const input = readJsonObject(request.body);
    return input
      ? { kind: 'call', operation, input }
      : {
          kind: 'unreadable',
          operation,
          error: { code: 'ValidationException', status: 400, message: 'The request body is not a JSON object.' },
        };
  },
  encode: (_, outcome: Outcome, requestId) =>
    outcome.kind === 'ok'
      ? jsonAnswer(200, outcome.output ?? {}, { 'x-amzn-requestid': requestId })
      : jsonAnswer(
          outcome.error.status,
          { message: outcome.error.message, ...outcome.error.members },
          { 'x-amzn-requestid': requestId, 'x-amzn-errortype': outcome.error.code },
        ),
  unknownOperation: (operation) => ({
    code: 'UnknownOperationException',
    status: 404,
    message: `The emulator has no operation ${operation} of Account Management.`,
  }),
};
