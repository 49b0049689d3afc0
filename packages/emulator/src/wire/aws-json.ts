import { decodeJson, type Protocol } from './protocol.ts';

const prefix = 'AWSOrganizationsV20161128.';
const contentType = { 'content-type': 'application/x-amz-json-1.1' };

/** Organizations: AWS JSON 1.1, the operation in a header, error types in the body (AWS service model). */
export const awsJson: Protocol = {
  service: 'organizations',
  speaks: ({ method, headers }) => method === 'POST' && headers['x-amz-target']?.startsWith(prefix) === true,
  decode: ({ headers, body }) =>
    decodeJson((headers['x-amz-target'] ?? '').slice(prefix.length), body, 'SerializationException'),
  encode: (_, outcome, requestId) => {
    const headers = { ...contentType, 'x-amzn-requestid': requestId };
    if (outcome.kind === 'ok') {
      return { kind: 'answer', status: 200, headers, body: outcome.output ? JSON.stringify(outcome.output) : '{}' };
    }
    const { code, status, message, members } = outcome.error;
    return { kind: 'answer', status, headers, body: JSON.stringify({ __type: code, Message: message, ...members }) };
  },
  unknownOperation: (operation, { unknownOperation }) => ({
    code: 'UnknownOperationException',
    status: unknownOperation === 'not-found' ? 404 : 400,
    message: `The emulator has no operation ${operation} of Organizations.`,
  }),
};
