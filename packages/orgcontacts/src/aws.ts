/**
 * The adapter to AWS, through the AWS SDK for JavaScript.
 *
 * @module orgcontacts/aws
 */
export { type RoleToAssume, roleCredentials } from './gateway/aws/assume-role.ts';
export {
  type AwsCredentials,
  type AwsGateway,
  type AwsGatewayOptions,
  makeAwsGateway,
} from './gateway/aws/aws-gateway.ts';
export { makeS3JournalStore, type S3JournalOptions } from './journal/aws/s3-journal-store.ts';
export type { S3Place } from './journal/aws/s3-objects.ts';
