/** A world as the control address gives it, as far as the cells look. */
export interface WorldPage {
  readonly units: readonly { readonly name: string }[];
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly tags: Readonly<Record<string, string>>;
    readonly contacts: Readonly<Record<string, { readonly Name: string }>>;
  }[];
}

/** One piece of a world that one client writes, again and again, always another value. */
export interface Cell {
  /** Writes the value; true when it was acknowledged, and throws when no answer came. */
  readonly write: (url: string, value: number) => Promise<boolean>;
  /** The value that a world holds; 0 before the first one. */
  readonly read: (world: WorldPage) => number;
}

const post = async (url: string, path: string, service: string, input: object, target = ''): Promise<boolean> => {
  const answered = await fetch(`${url}/${path}`, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=111122223333/20261124/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=00`,
      ...(target !== '' && { 'x-amz-target': `AWSOrganizationsV20161128.${target}` }),
    },
    body: JSON.stringify(input),
  });
  await answered.text();
  return answered.ok;
};

const organizations = (url: string, operation: string, input: object) =>
  post(url, '', 'organizations', input, operation);

const numberIn = (text: string | undefined): number => Number(/^value-(\d+)$/.exec(text ?? '')?.[1] ?? 0);

const accountIn = (world: WorldPage, id: string) => world.accounts.find((account) => account.id === id);

/** A contact is overwritten. */
export const contactCell = (AccountId: string, AlternateContactType: string): Cell => ({
  write: (url, value) =>
    post(url, 'putAlternateContact', 'account', {
      AccountId,
      AlternateContactType,
      Name: `value-${value}`,
      Title: 'Security Contact',
      EmailAddress: 'security-contact@example.com',
      PhoneNumber: '+1(555)555-5555',
    }),
  read: (world) => numberIn(accountIn(world, AccountId)?.contacts[AlternateContactType]?.Name),
});

/** A tag is overwritten, by the other service. */
export const tagCell = (id: string): Cell => ({
  write: (url, value) =>
    organizations(url, 'TagResource', { ResourceId: id, Tags: [{ Key: 'cell', Value: `value-${value}` }] }),
  read: (world) => numberIn(accountIn(world, id)?.tags['cell']),
});

const highest = (names: readonly string[]): number => Math.max(0, ...names.map(numberIn));

/** Units become more and more, with ids that are given out. */
export const unitCell = (ParentId: string): Cell => ({
  write: (url, value) => organizations(url, 'CreateOrganizationalUnit', { ParentId, Name: `value-${value}` }),
  read: ({ units }) => highest(units.map(({ name }) => name)),
});

/** Accounts become more and more. */
export const accountCell: Cell = {
  write: (url, value) =>
    organizations(url, 'CreateAccount', { Email: `aws+value-${value}@example.com`, AccountName: `value-${value}` }),
  read: ({ accounts }) => highest(accounts.map(({ name }) => name)),
};
