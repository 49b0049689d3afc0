import { pick } from './random.ts';
import { optInRegions } from './region.ts';
import type { WorldAccount } from './world-file.ts';

type Address = Omit<NonNullable<WorldAccount['primaryContact']>, 'FullName'>;

/** The primary contact of the management account, which the accounts that it created have from it. */
export const headOffice: Address = {
  AddressLine1: '123 Any Street',
  City: 'Any Town',
  StateOrRegion: 'WA',
  PostalCode: '98101',
  CountryCode: 'US',
  PhoneNumber: '+1 555 555 0100',
  CompanyName: 'Example Corp.',
  WebsiteUrl: 'https://www.example.com',
};

/** Where accounts come from that were invited. */
const elsewhere = [
  {
    AddressLine1: '100 Main Street',
    AddressLine2: 'Floor 2',
    City: 'Any Town',
    StateOrRegion: 'NY',
    PostalCode: '10001',
    CountryCode: 'US',
    PhoneNumber: '+1 555 555 0142',
  },
  {
    AddressLine1: '5 Example Road',
    City: 'Anyborough',
    StateOrRegion: 'Anyshire',
    PostalCode: 'AN1 1YT',
    CountryCode: 'GB',
    PhoneNumber: '+44 20 7946 0100',
    CompanyName: 'Example Ltd.',
  },
] as const satisfies readonly Address[];

/** What one account in so many has. */
const likelihood = { someoneElse: 0.2, verified: 0.3, regions: 0.15 };

/** The settings of an account besides its contacts: the primary contact, and opt-in Regions here and there. */
export const seedSettings = (
  { name, joinedMethod }: WorldAccount,
  random: () => number,
): Pick<WorldAccount, 'primaryContact' | 'phoneStatus' | 'regions'> => {
  const FullName = random() < likelihood.someoneElse ? 'Mary Major' : name;
  const address = joinedMethod === 'INVITED' ? pick<Address>(random, elsewhere) : headOffice;
  return {
    primaryContact: { FullName, ...address },
    ...(random() < likelihood.verified && { phoneStatus: 'VERIFIED' as const }),
    ...(random() < likelihood.regions && { regions: someRegions(random) }),
  };
};

/** One to three Regions that somebody enabled. */
const someRegions = (random: () => number): NonNullable<WorldAccount['regions']> => {
  const count = 1 + Math.floor(random() * 3);
  const names = Array.from({ length: count }, () => pick(random, optInRegions));
  return Object.fromEntries(names.map((name) => [name, { status: 'ENABLED' as const }]));
};
