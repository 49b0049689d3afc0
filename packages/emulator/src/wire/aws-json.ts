import { type Protocol, readJsonObject } from './protocol.ts';

const prefix = 'AWSOrganizationsV20161128.';
const contentType = { 'content-type': 'application/x-amz-json-1.1' };

/** Organizations: AWS JSON 1.1, the operation in a header, error types in the body (AWS service model). */
export const awsJson: Protocol = {
  service: 'organizations',
  speaks: ({ method, headers }) => method === 'POST' && headers['x-amz-target']?.startsWith(prefix) === true,
  decode: ({ headers, body }) => {
    const operation = (headers['x-amz-target'] ?? '').slice(prefix.length);
    const input = readJsonObject(body);
    return input
      ? { kind: 'call', operation, input }
      : {
          kind: 'unreadable',
          operation,
          error: { code: 'SerializationException', status: 400, message: 'The request body is not a JSON object.' },
        };
  },
  encode: (_, outcome, requestId) => {
    const headers = { ...contentType, 'x-amzn-requestid': requestId };
    if (outcome.kind === 'ok') {
      return { kind: 'answer', status: 200, headers, body: outcome.output ? JSON.stringify(outcome.output) : '{}' };
    }
    const { code, status, message, members } = outcome.error;
    return { kind: 'answer', status, headers, body: JSON.stringify({ __type: code, Message: message, ...members }) };
  },
  unknownOperation: (operation) => ({
    code: 'UnknownOperationException',
    status: 400,
    message: `The emulator has no operation ${operation} of Organizations.`,
  }),
};
