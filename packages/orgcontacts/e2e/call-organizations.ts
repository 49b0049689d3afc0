/** Calls an operation of Organizations on an emulator, as an administrator of an account, and gives the answer. */
export const callOrganizations = async (
  url: string,
  caller: string,
  operation: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<Readonly<Record<string, unknown>>> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSOrganizationsV20161128.${operation}`,
      // The emulator looks at who signs, and not whether the signature is right.
      authorization: `AWS4-HMAC-SHA256 Credential=${caller}/20261124/us-east-1/organizations/aws4_request, SignedHeaders=host, Signature=00`,
    },
    body: JSON.stringify(parameters),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${text}`);
  return text === '' ? {} : JSON.parse(text);
};
