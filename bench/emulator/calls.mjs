/** The calls that are measured, as a client of AWS sends them; their signature is of the right form and nobody looks at it. */
const signedFor = (service) => ({
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-date': '20261124T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=111122223333/20261124/us-east-1/${service}/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=${'0'.repeat(64)}`,
});

export const accountCall = (operation, input) => ({
  path: `/${operation.charAt(0).toLowerCase()}${operation.slice(1)}`,
  headers: { ...signedFor('account'), 'content-type': 'application/json' },
  body: JSON.stringify(input),
});

export const organizationsCall = (operation, input = {}) => ({
  headers: { ...signedFor('organizations'), 'x-amz-target': `AWSOrganizationsV20161128.${operation}` },
  body: JSON.stringify(input),
});

export const contact = {
  Name: 'Mary Major',
  Title: 'Security Contact',
  EmailAddress: 'security-contact@example.com',
  PhoneNumber: '+1(555)555-5555',
};
