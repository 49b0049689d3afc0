import { StateMachine } from 'aws-local-stepfunctions';
import type { Start } from '../begin/make-begin-handler.ts';
import type { Notice, Work } from '../work/work.ts';
import { definition } from './definition.ts';

/** The functions as the state machine knows them. */
export interface Functions {
  readonly begin: (start: Start) => Promise<unknown>;
  readonly plan: (work: Work) => Promise<unknown>;
  readonly apply: (work: Work) => Promise<unknown>;
  /** What a person answers to a plan that passes a limit; refused without one. */
  readonly decide?: (notice: Notice) => Promise<unknown>;
}

/** How an execution went. */
export interface Execution {
  /** The outcome of each organization, or why there is none. */
  readonly outcomes: readonly { readonly organization: string; readonly outcome: string }[] | 'paused' | 'failed';
  readonly notices: readonly Notice[];
}

const arn = (service: string, rest: string) => `arn:aws:${service}:eu-central-1:222233334444:${rest}`;

/** What CloudFormation puts in. */
const substitutions: Readonly<Record<string, string>> = {
  Begin: arn('lambda', 'function:orgcontacts-begin'),
  Plan: arn('lambda', 'function:orgcontacts-plan'),
  Apply: arn('lambda', 'function:orgcontacts-apply'),
  Topic: arn('sns', 'orgcontacts-notices'),
  Tell: 'arn:aws:states:::sns:publish',
  Ask: 'arn:aws:states:::sns:publish.waitForTaskToken',
};

/** The definition as Step Functions gets it. */
export const deployed = (text = JSON.stringify(definition)): ConstructorParameters<typeof StateMachine>[0] =>
  JSON.parse(text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => substitutions[name] ?? `missing ${name}`));

/** The interpreter uses what Node.js has since version 22. */
const withResolvers = () => {
  let resolve: (value: unknown) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
};
Object.assign(Promise, { withResolvers: Reflect.get(Promise, 'withResolvers') ?? withResolvers });

/** What travels between states is JSON, and nothing that JSON cannot hold. */
const throughJson =
  <In, Out>(run: (input: In) => Promise<Out>) =>
  async (input: In): Promise<Out> =>
    JSON.parse(JSON.stringify(await run(JSON.parse(JSON.stringify(input)))));

/** Executes the definition with these functions; waits and pauses before retries take no time. */
export const runMachine = async (
  functions: Functions,
  input: object = {},
  name = 'execution-1',
): Promise<Execution> => {
  const notices: Notice[] = [];
  const tell = async ({
    Subject,
    Message,
  }: {
    readonly Subject: string;
    readonly Message: string;
  }): Promise<Notice> => {
    const notice = { subject: Subject, message: Message };
    notices.push(notice);
    return notice;
  };
  // Its validity is a test of its own.
  const machine = new StateMachine(deployed(), { validationOptions: { noValidate: true } });
  const handlers = {
    Begin: throughJson(functions.begin),
    Plan: throughJson(functions.plan),
    Apply: throughJson(functions.apply),
    Tell: tell,
    'Tell what failed': tell,
    'Ask for approval': async (message: { readonly Subject: string; readonly Message: string }) => {
      if (!functions.decide) throw Object.assign(new Error('nobody approved'), { name: 'NotApproved' });
      return functions.decide(await tell(message));
    },
  };
  const none = { Begin: 0, Plan: 0, Apply: 0, Tell: 0, 'Tell what failed': 0 };
  const { result } = machine.run(input as Parameters<InstanceType<typeof StateMachine>['run']>[0], {
    overrides: {
      taskResourceLocalHandlers: handlers as never,
      waitTimeOverrides: { Wait: 0, 'Let another one go first': 0 },
      retryIntervalOverrides: none,
    },
    context: { Execution: { Name: name }, Task: { Token: 'token-1' } },
  });
  // The output of the definition's last state.
  const ended = (await result.catch(() => 'failed')) as 'failed' | { readonly paused?: true; readonly outcomes: [] };
  if (ended === 'failed') return { outcomes: ended, notices };
  return { outcomes: ended.paused ? 'paused' : ended.outcomes, notices };
};
