import * as Account from '@aws-sdk/client-account';
import * as Organizations from '@aws-sdk/client-organizations';
import * as Sts from '@aws-sdk/client-sts';
import type { Answer, ParityClient } from '../client.ts';
import type { CallStep } from '../step.ts';

/** Where the clients of a caller send to, and as whom: what the AWS SDK takes as its configuration. */
export type SdkSettings = Pick<
  Account.AccountClientConfig,
  'endpoint' | 'region' | 'credentials' | 'profile' | 'maxAttempts'
>;

/** The AWS SDK for JavaScript. It does not look at what it sends, and has a class for every error that the service models. */
export const sdkClient = (settingsOf: (as: CallStep['as']) => SdkSettings): ParityClient => ({
  validates: false,
  call: async (as, operation, input) => {
    const [service = '', name = ''] = operation.split(':');
    const library = libraries[service];
    const Command = library?.classes[`${name}Command`];
    if (!library || typeof Command !== 'function') throw new Error(`The SDK has no ${operation}.`);
    const client = library.connect(settingsOf(as));
    try {
      // Each client takes the commands of its own service, and this is one of them: it was found there by its name.
      return outputOf(await client.send(Reflect.construct(Command, [input]) as never));
    } catch (thrown) {
      return errorOf(library, thrown);
    } finally {
      client.destroy();
    }
  },
});

interface Library {
  readonly classes: Readonly<Record<string, unknown>>;
  /** The class of what the service does not model. */
  readonly ServiceException: typeof Account.AccountServiceException;
  readonly connect: (settings: SdkSettings) => Client;
}

interface Client {
  send(command: never): Promise<object>;
  destroy(): void;
}

const libraries: Readonly<Record<string, Library>> = {
  account: {
    classes: Account,
    ServiceException: Account.AccountServiceException,
    connect: (settings) => new Account.AccountClient(settings),
  },
  organizations: {
    classes: Organizations,
    ServiceException: Organizations.OrganizationsServiceException,
    connect: (settings) => new Organizations.OrganizationsClient(settings),
  },
  sts: {
    classes: Sts,
    ServiceException: Sts.STSServiceException,
    connect: (settings) => new Sts.STSClient(settings),
  },
};

/** Through JSON, so that times are texts and what is undefined is absent. */
const outputOf = (sent: object): Answer => {
  const { $metadata: _, ...output }: Record<string, unknown> = JSON.parse(JSON.stringify(sent));
  return { kind: 'output', output };
};

const errorOf = ({ classes, ServiceException }: Library, thrown: unknown): Answer => {
  if (!(thrown instanceof ServiceException)) throw thrown;
  const { name, message, $metadata } = thrown;
  const Modelled = classes[name];
  const isRight = typeof Modelled !== 'function' || thrown instanceof Modelled;
  const reason = 'reason' in thrown ? thrown.reason : 'Reason' in thrown ? thrown.Reason : undefined;
  return {
    kind: 'error',
    error: name === 'Unknown' ? 'untyped' : name,
    status: $metadata.httpStatusCode ?? 0,
    message,
    ...(typeof reason === 'string' && { reason }),
    ...(!isRight && { misclassified: `it is no instance of the SDK's ${name}` }),
  };
};
