import type { ServiceError, ServiceName } from '../operation.ts';
import type { WireRequest } from '../wire/request.ts';
import { makeSignature, parseClaim, type SignatureClaim } from '../wire/sigv4.ts';
import type { WorldState } from '../world/world-state.ts';

/** How far the time of a signature may be off, in milliseconds: five minutes (AWS docs: signing AWS API requests). */
const tolerance = 5 * 60 * 1000;

/**
 * Checks a signature as AWS does: its scope, its time, and that it was made with the secret of its key. Any region will do, as clients
 * sign for the one that they are set to. The sentences are those of AWS docs (troubleshoot signing) but for incomplete ones, whose
 * wording was not observed.
 */
export const checkSignature = (
  request: WireRequest,
  service: ServiceName,
  { world, now, secret }: { readonly world: WorldState; readonly now: number; readonly secret: string },
): ServiceError | undefined => {
  const claim = parseClaim(request.headers['authorization'] ?? '');
  const time = request.headers['x-amz-date'] ?? '';
  const at = parseTime(time);
  if (!claim || at === undefined) return incomplete(service);
  const problem = scopeProblem(claim, time, service) ?? timeProblem(at, now);
  if (problem !== undefined) return refusal(service, problem);
  const expected = makeSignature(request, claim, time, secretOf(claim.accessKeyId, world, secret));
  return claim.signature === expected ? undefined : refusal(service, mismatch);
};

const scopeProblem = (claim: SignatureClaim, time: string, service: ServiceName): string | undefined => {
  const day = time.slice(0, 8);
  if (claim.day !== day)
    return `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${claim.day}' != '${day}', from '${time}'.`;
  if (claim.service !== service) return `Credential should be scoped to correct service: '${service}'.`;
  if (claim.terminator !== 'aws4_request')
    return `Credential should be scoped with a valid terminator: 'aws4_request', not '${claim.terminator}'.`;
  return claim.signedHeaders.includes('host')
    ? undefined
    : "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.";
};

const timeProblem = (at: number, now: number): string | undefined => {
  const [sent, heard] = [basic(at), basic(now)];
  if (at < now - tolerance)
    return `Signature expired: ${sent} is now earlier than ${basic(now - tolerance)} (${heard} - 5 min.)`;
  if (at > now + tolerance)
    return `Signature not yet current: ${sent} is still later than ${basic(now + tolerance)} (${heard} + 5 min.)`;
  return undefined;
};

/** Milliseconds since the epoch from `20261124T000000Z`. */
const parseTime = (text: string): number | undefined => {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)?.slice(1) ?? [];
  const [year, month, day, hour, minute, second] = parts;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? undefined : at;
};

const basic = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** A session has its own secret, a user the one that the world declares; whoever has none has that of the administrators. */
const secretOf = (accessKeyId: string, { sessions, users }: WorldState, secret: string): string =>
  sessions.get(accessKeyId)?.granted.secretAccessKey ?? users.get(accessKeyId)?.user.secretAccessKey ?? secret;

const mismatch =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

/** STS names it as query services do, the others as JSON services do (AWS docs: common errors). */
const refusal = (service: ServiceName, message: string): ServiceError => ({
  code: service === 'sts' ? 'SignatureDoesNotMatch' : 'InvalidSignatureException',
  status: 403,
  message,
});

const incomplete = (service: ServiceName): ServiceError => ({
  code: service === 'sts' ? 'IncompleteSignature' : 'IncompleteSignatureException',
  status: 403,
  message:
    "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' after AWS4-HMAC-SHA256, and the request an X-Amz-Date.",
});
