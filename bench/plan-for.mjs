import { makePlan, observeContacts, observeOrg, parsePolicy, resolve } from '../packages/orgcontacts/dist/index.js';

const policyOf = (types) => `version: 1
contacts:
  desk: { name: Mary Major, title: Security Contact, email: security-contact@example.com, phone: "+1(555)555-5555" }
assignments:
  - { match: all, ${types.map((type) => `${type.toLowerCase()}: desk`).join(', ')} }
`;

/** Plans one contact for these types in every account but those left out; also gives the accounts as they are now, as apply wants them. */
export const planFor = async (gateway, caller, { types, now, without = [] }) => {
  const org = (await observeOrg(gateway, caller, { tags: false, units: [] })).value;
  const { policy } = parsePolicy(policyOf(types), 'contacts.yaml');
  const resolutions = resolve(policy, org).filter(({ account }) => !without.includes(account.id));
  const wanted = resolutions.map(({ account }) => ({ accountId: account.id, types }));
  const observed = await observeContacts(gateway, caller, wanted);
  const frame = {
    origin: { kind: 'policy', file: 'contacts.yaml', hash: policy.hash },
    organization: { id: org.id, partition: org.partition, managementAccountId: org.managementAccountId },
    callerAccountId: caller.accountId,
    now: now(),
    validFor: 86_400_000,
  };
  const accounts = new Map(org.accounts.map(({ id, state, units }) => [id, { state, unit: units.value.at(-1).id }]));
  return { plan: makePlan({ frame, types, resolutions, observed }), accounts };
};

/** What a run is told besides its plan, where nothing goes wrong and nobody looks. */
export const quietTools = {
  lookAgain: async () => ({ kind: 'ok', value: undefined }),
  diagnose: async () => ({ kind: 'unclear' }),
  stop: new AbortController().signal,
  onEvent: () => {},
};

export const facts = (endpoint) => ({ run: 'bench', tool: '0', endpoint, approved: null, canary: [], reason: null });
