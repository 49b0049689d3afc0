import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Signal } from 'orgcontacts';

/**
 * Makes the function that starts an execution for what happened. The same name starts the same execution once only: a batch of events that
 * is delivered twice is worked through once (AWS docs: StartExecution, idempotency).
 */
export const executionStarter = (stateMachineArn: string, endpoint?: string) => {
  const client = new SFNClient({ ...(endpoint && { endpoint }) });
  return async (name: string, signals: readonly Signal[]): Promise<void> => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify({ signals }) }));
    } catch (thrown) {
      if (!(thrown instanceof ExecutionAlreadyExists)) throw thrown;
    }
  };
};
