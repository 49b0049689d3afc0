import { names } from './names.ts';

/** Where a deployment is, as values or as CloudFormation's references to them. */
export interface Places {
  readonly partition: string;
  readonly region: string;
  /** The account that the deployment is in: the delegated administrator for account.amazonaws.com. */
  readonly account: string;
  readonly organizationId: string;
  readonly managementAccountId: string;
  readonly bucketArn: string;
}

/** Makes the ARN of something in the account and Region of the deployment. Pure. */
export const arnHere = ({ partition, region, account }: Places, service: string, resource: string): string =>
  `arn:${partition}:${service}:${region}:${account}:${resource}`;

/** Makes the ARN of a role. Pure. */
export const roleArn = ({ partition }: Pick<Places, 'partition'>, account: string, name: string): string =>
  `arn:${partition}:iam::${account}:role/${name}`;

/** The ARN of the state machine. Pure. */
export const machineArn = (places: Places): string => arnHere(places, 'states', `stateMachine:${names.machine}`);
