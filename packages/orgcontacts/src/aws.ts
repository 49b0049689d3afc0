/**
 * The adapter to AWS, through the AWS SDK for JavaScript.
 *
 * @module orgcontacts/aws
 */
export {
  type AwsCredentials,
  type AwsGateway,
  type AwsGatewayOptions,
  makeAwsGateway,
} from './gateway/aws/aws-gateway.ts';
