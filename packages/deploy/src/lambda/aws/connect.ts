import { type AwsGateway, makeAwsGateway, roleCredentials } from 'orgcontacts/aws';
import type { Connection } from '../../work/tools.ts';
import type { Organization } from '../../work/work.ts';

/**
 * Makes the way into organizations: the deployment's own one with the role of the function, others through the role that they give; the
 * management account of the own one through a role there, if there is one.
 */
export const connector =
  (managementRoleArn: string | undefined) =>
  async ({ roleArn }: Organization): Promise<Connection> => {
    const gateway = await through(roleArn ?? undefined);
    const management =
      roleArn === null && managementRoleArn !== undefined ? await through(managementRoleArn) : undefined;
    return {
      gateway,
      ...(management && { management }),
      close: () => {
        gateway.close();
        management?.close();
      },
    };
  };

const through = (roleArn: string | undefined): Promise<AwsGateway> =>
  makeAwsGateway(roleArn === undefined ? {} : { credentials: roleCredentials({ roleArn }) });
