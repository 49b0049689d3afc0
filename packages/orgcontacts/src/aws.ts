/** The adapter to AWS, through the AWS SDK for JavaScript. */
export { type AwsGateway, type AwsGatewayOptions, makeAwsGateway } from './gateway/aws/aws-gateway.ts';
