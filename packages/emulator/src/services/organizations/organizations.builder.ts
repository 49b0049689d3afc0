import { type Client, organizations, type Reply } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';

/** A refusal of Organizations: HTTP 400, the type in the body. */
export const refusal = (code: string, message: string, reason?: string): Pick<Reply, 'status' | 'body'> => ({
  status: 400,
  body: { __type: code, Message: message, ...(reason !== undefined && { Reason: reason }) },
});

/** A refusal of what was sent. */
export const badInput = (reason: string, message: string): Pick<Reply, 'status' | 'body'> =>
  refusal('InvalidInputException', message, reason);

/** What a missing, and what a misshapen member gets. */
export const required = (field: string): Pick<Reply, 'status' | 'body'> =>
  badInput(`INPUT_REQUIRED:${field}`, 'You must provide a value for the parameter.');
export const misshapen = (field: string): Pick<Reply, 'status' | 'body'> =>
  badInput(`INVALID_PATTERN:${field}`, 'You provided a value that does not match the required pattern.');

/** The management account of a small world of its own. */
export const management = (): Client => organizations(emulatorOf(), ids.management);
