/** A contact with all four fields, as a request sends it. */
export const mary = {
  Name: 'Mary Major',
  Title: 'Security Contact',
  EmailAddress: 'security-contact@example.com',
  PhoneNumber: '+1(555)555-5555',
} as const;

/** The denial of an operation to the administrator of an account; the sentence goes on with the suffix. */
export const denial = (caller: string, operation: string, suffix = ''): object => ({
  status: 403,
  headers: { 'x-amzn-errortype': 'AccessDeniedException' },
  body: {
    message: `User: arn:aws:iam::${caller}:user/administrator is not authorized to perform: account:${operation}${suffix}`,
  },
});

/** A refusal of what was sent, in API Gateway's words. */
export const invalid = (message: string): object => ({
  status: 400,
  headers: { 'x-amzn-errortype': 'ValidationException' },
  body: { message },
});

/** What a read or a delete of a contact that is not set gets. */
export const notFound = {
  status: 404,
  headers: { 'x-amzn-errortype': 'ResourceNotFoundException' },
  body: { message: 'No contact of the inputted alternate contact type found.' },
} as const;

/** A primary contact with what every one has. */
export const office = {
  FullName: 'Mary Major',
  AddressLine1: '123 Any Street',
  City: 'Any Town',
  StateOrRegion: 'WA',
  PostalCode: '98101',
  CountryCode: 'US',
  PhoneNumber: '+1 555 555 0100',
} as const;

/** A refusal of another kind. */
export const refused = (status: number, type: string, message: string): object => ({
  status,
  headers: { 'x-amzn-errortype': type },
  body: { message },
});
