import type { Emulator } from './create-emulator.ts';

/** An answer as it came over the wire, its JSON read. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

type Input = Readonly<Record<string, unknown>>;

/** Calls one service as an administrator of one account. */
export interface Client {
  call(operation: string, input?: Input): Promise<Reply>;
}

/** Who signs: an access key id, such as the id of the calling account, or the credentials of a role session. */
export type Signature = string | { readonly accessKeyId: string; readonly sessionToken: string };

/** The headers of a signed request. */
export const signedAs = (signer: Signature, service: string): Record<string, string> => {
  const { accessKeyId, sessionToken } =
    typeof signer === 'string' ? { accessKeyId: signer, sessionToken: undefined } : signer;
  return {
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261124/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=00`,
    ...(sessionToken !== undefined && { 'x-amz-security-token': sessionToken }),
  };
};

/** Calls Account Management. */
export const account = (emulator: Emulator, id: Signature): Client => ({
  call: (operation, input = {}) =>
    send(emulator, operation.charAt(0).toLowerCase() + operation.slice(1), JSON.stringify(input), {
      ...signedAs(id, 'account'),
      'content-type': 'application/json',
    }),
});

/** Calls Organizations. */
export const organizations = (emulator: Emulator, id: Signature): Client => ({
  call: (operation, input = {}) =>
    send(emulator, '', JSON.stringify(input), {
      ...signedAs(id, 'organizations'),
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSOrganizationsV20161128.${operation}`,
    }),
});

/** Calls STS; what comes back is XML. */
export const sts = async (
  emulator: Emulator,
  id: Signature,
  form = 'Action=GetCallerIdentity&Version=2011-06-15',
): Promise<{ readonly status: number; readonly xml: string }> => {
  const answered = await emulator.fetch(
    new Request('http://127.0.0.1/', {
      method: 'POST',
      headers: { ...signedAs(id, 'sts'), 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: form,
    }),
  );
  return { status: answered.status, xml: await answered.text() };
};

const send = async (
  emulator: Emulator,
  path: string,
  body: string,
  headers: Record<string, string>,
): Promise<Reply> => {
  const answered = await emulator.fetch(new Request(`http://127.0.0.1/${path}`, { method: 'POST', headers, body }));
  const text = await answered.text();
  return {
    status: answered.status,
    headers: Object.fromEntries(answered.headers),
    // What the services answer is a JSON object; the tests look at what is inside.
    body: JSON.parse(text) as Reply['body'],
  };
};
