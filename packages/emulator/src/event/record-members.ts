import type { Behaviour } from '../behaviour/behaviours.ts';
import type { Input, Operation, ServiceName } from '../operation.ts';
import { usTime } from './us-time.ts';

type Members = Readonly<Record<string, unknown>>;

/** What of a request stands in its record; null when nothing does (AWS docs: samples of both services). */
export const requestParameters = (
  service: ServiceName,
  { name, fields }: Pick<Operation, 'name' | 'fields'>,
  input: Input,
  behaviour: Behaviour,
): Members | null => {
  const known = new Set(fields.map((field) => field.name));
  const sent = Object.entries(input).filter(([key, value]) => known.has(key) && value !== null && value !== undefined);
  const shown = sent.map(([key, value]) => [lower(key), shownIn(service, key, value, behaviour)] as const);
  // The documented sample of CreateAccount has its tags also where none were sent.
  const usual = name === 'CreateAccount' ? { tags: [] } : {};
  return orNull({ ...usual, ...Object.fromEntries(shown.filter(([, value]) => value !== undefined)) });
};

/** What of an answer stands in its record; null when it has no members. */
export const responseElements = (output: Members, behaviour: Behaviour): Members | null =>
  orNull(recordOf(output, behaviour));

const orNull = (members: Members): Members | null => (Object.keys(members).length > 0 ? members : null);

/** As Organizations hides the names and addresses of accounts (AWS docs: Organizations, sample records). */
const mask = '****';

/** As CloudTrail hides what a service calls sensitive. */
const hidden = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/** Sensitive members of Account Management; the documented sample shows some of them, and leaves the telephone number out. */
const personal = new Set(['Name', 'Title', 'EmailAddress', 'ContactInformation', 'PrimaryEmail', 'AccountName']);

const shownIn = (service: ServiceName, key: string, value: unknown, behaviour: Behaviour): unknown => {
  // Own choice: nobody should find a one-time code in a trail.
  if (key === 'Otp') return hidden;
  if (service === 'organizations') return memberOf(key, value, behaviour);
  if (key === 'PhoneNumber' || (key === 'AccountId' && behaviour.contactEventAccountId === 'absent')) return undefined;
  return personal.has(key) && behaviour.contactEventValues === 'hidden' ? hidden : memberOf('', value, behaviour);
};

/** A structure with its names beginning in lower case, as records have them. */
const recordOf = (members: Members, behaviour: Behaviour): Members => {
  const isNamed = members['Type'] === 'MASTER_EMAIL' || members['Type'] === 'MASTER_NAME';
  const isMasked = isNamed && behaviour.handshakeEventNames === 'masked';
  return Object.fromEntries(
    Object.entries(members)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [lower(key), isMasked && key === 'Value' ? mask : memberOf(key, value, behaviour)]),
  );
};

const memberOf = (key: string, value: unknown, behaviour: Behaviour): unknown => {
  if (key === 'AccountName' || key === 'Email' || key === 'MasterAccountEmail') return mask;
  if (key === 'Action' && behaviour.handshakeEventAction === 'lower') return String(value).toLowerCase();
  if (typeof value === 'number' && key.endsWith('Timestamp')) return usTime(value * 1000);
  if (Array.isArray(value)) return value.map((item) => memberOf('', item, behaviour));
  return isStructure(value) ? recordOf(value, behaviour) : value;
};

const isStructure = (value: unknown): value is Members => typeof value === 'object' && value !== null;

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
