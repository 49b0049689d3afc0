import {
  type AccountClient,
  type AlternateContact,
  DeleteAlternateContactCommand,
  GetAlternateContactCommand,
  PutAlternateContactCommand,
} from '@aws-sdk/client-account';
import type { Contact } from '../../contact/contact.ts';
import { ok, type Result } from '../../failure/failure.ts';
import type { Target } from '../../org/target.ts';
import type { ContactGateway } from '../gateway.ts';
import { call, promised } from './call.ts';

/** Alternate contacts through the Account Management API. */
export const awsContacts = (client: AccountClient): ContactGateway => ({
  getContact: async (target, type) => {
    const command = new GetAlternateContactCommand({ ...address(target), AlternateContactType: type });
    return absentAsUndefined(
      await call(
        'account:GetAlternateContact',
        (options) => client.send(command, options),
        ({ AlternateContact }) => readContact(promised(AlternateContact, 'AlternateContact')),
      ),
    );
  },
  putContact: (target, type, { name, title, email, phone }) => {
    const command = new PutAlternateContactCommand({
      ...address(target),
      AlternateContactType: type,
      Name: name,
      Title: title,
      EmailAddress: email,
      PhoneNumber: phone,
    });
    return call(
      'account:PutAlternateContact',
      (options) => client.send(command, options),
      () => undefined,
    );
  },
  deleteContact: async (target, type) => {
    const command = new DeleteAlternateContactCommand({ ...address(target), AlternateContactType: type });
    return absentAsUndefined(
      await call(
        'account:DeleteAlternateContact',
        (options) => client.send(command, options),
        () => undefined,
      ),
    );
  },
});

/** In the standalone context AccountId must not be sent at all: the management account may not even name itself. */
const address = ({ context, accountId }: Target): { AccountId?: string } =>
  context === 'organization' ? { AccountId: accountId } : {};

/** 404 here means that no such contact is set (observed on live AWS for get and delete): an answer, not a failure. */
const absentAsUndefined = <Value>(result: Result<Value>): Result<Value | undefined> =>
  result.kind === 'failed' && result.failure.kind === 'missing' ? ok(undefined) : result;

const readContact = (contact: AlternateContact): Contact => ({
  name: contact.Name ?? '',
  title: contact.Title ?? '',
  email: contact.EmailAddress ?? '',
  phone: contact.PhoneNumber ?? '',
});
