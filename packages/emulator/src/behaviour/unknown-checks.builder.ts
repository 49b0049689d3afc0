import { expect } from 'vitest';
import { account, organizations, signedAs } from '../client.builder.ts';
import type { Emulator } from '../create-emulator.ts';
import { ids } from '../world/worlds.builder.ts';

const unknownPaths = async (emulator: Emulator): Promise<readonly unknown[]> => {
  const operation = await account(emulator, ids.member).call('GetNothing');
  const headers = signedAs(ids.member, 'account');
  const path = await emulator.fetch(new Request('http://127.0.0.1/no/such/path', { headers }));
  return [
    [operation.status, operation.headers['x-amzn-errortype'], operation.body],
    [path.status, path.headers.get('x-amzn-errortype'), await path.json()],
  ];
};

const unknownOperation = async (emulator: Emulator): Promise<unknown> => {
  const { status, body } = await organizations(emulator, ids.member).call('DescribeNothing');
  return [status, body['__type']];
};

const missing = [403, 'MissingAuthenticationTokenException', { message: 'Missing Authentication Token' }];

/** What is done with what nobody has. */
export const unknownChecks = {
  unknownPath: {
    'not-found': async (emulator: Emulator) =>
      expect(await unknownPaths(emulator)).toEqual([
        [
          404,
          'UnknownOperationException',
          { message: 'The emulator has no operation GetNothing of Account Management.' },
        ],
        [404, null, { message: 'Nothing here answers GET /no/such/path.' }],
      ]),
    'missing-token': async (emulator: Emulator) => expect(await unknownPaths(emulator)).toEqual([missing, missing]),
  },
  unknownOperation: {
    'client-error': async (emulator: Emulator) =>
      expect(await unknownOperation(emulator)).toEqual([400, 'UnknownOperationException']),
    'not-found': async (emulator: Emulator) =>
      expect(await unknownOperation(emulator)).toEqual([404, 'UnknownOperationException']),
  },
};
