import { type ContactType, contactTypes } from '../../contact/contact-type.ts';
import { indexClaims, membersOf, type Placed } from './claims.ts';
import { type Dice, diceOf } from './dice.builder.ts';
import type { FactorAccount, FactoredAssignment, FactoredMatch, FactoredWants } from './factored.ts';

/** An organization, and the assignments that somebody had in mind when giving its accounts their contacts. */
export interface HiddenPolicy {
  readonly accounts: readonly FactorAccount[];
  readonly assignments: readonly FactoredAssignment[];
}

/** How an organization and the policy for it are to be; dice decide what is not said. */
export interface Likeness {
  readonly accounts: number;
  readonly assignments: number;
  /** How many accounts each assignment has to decide at least. */
  readonly decides: number;
  /** How many of the assignments are for values of a tag; without one accounts have no tags. */
  readonly tagged: number;
}

/** What one policy is like as a whole. */
interface Taste {
  readonly labels: readonly string[];
  /** How likely an assignment names each further type. */
  readonly eachType: number;
  readonly unmanaged: number;
  readonly listOfUnits: number;
  readonly scattered: number;
  readonly overlapping: number;
}

const usual: Likeness = { accounts: 1_000, assignments: 12, decides: 5, tagged: 0 };

/** Makes an organization with contacts that follow a policy of so many assignments, and that policy. */
export const hiddenPolicy = (seed: number, likeness: Partial<Likeness> = {}): HiddenPolicy => {
  const dice = diceOf(seed);
  const { accounts: size, assignments: count, decides, tagged } = { ...usual, ...likeness };
  const placed = placeAccounts(dice, size, tagged > 0);
  for (;;) {
    const assignments = anyAssignments(dice, placed, count, tagged);
    const accounts = assignments && decideAll(assignments, placed, decides);
    if (accounts) return { accounts, assignments };
  }
};

/** Many accounts have the first ones, few the last ones. */
const tagValues = Array.from({ length: 12 }, (_, at) => Array.from({ length: 12 - at }, () => `team-${at}`)).flat();

/** Puts accounts into a tree of units, a few of which hold most of them. */
const placeAccounts = (dice: Dice, count: number, tagged: boolean): Placed[] => {
  const chains: string[][] = [['r-ex01']];
  const size = dice.from(20, 60);
  while (chains.length < size) {
    const above = dice.one(chains);
    if (above.length < 5) chains.push([...above, `ou-ex01-${String(chains.length).padStart(8, '0')}`]);
  }
  const skew = dice.from(1, 3);
  const weights = chains.map(() => (dice.from(1, 1_000) / 1_000) ** skew);
  const tickets = chains.flatMap((chain, at) =>
    Array.from({ length: Math.ceil(100 * (weights[at] ?? 0)) }, () => chain),
  );
  return Array.from({ length: count }, (_, at) => ({
    id: String(100_000_000_000 + at * 7_919),
    units: dice.one(tickets),
    tag: tagged && dice.chance(0.8) ? dice.one(tagValues) : null,
  }));
};

/** Invents assignments, or nothing when two of them would contradict each other. */
const anyAssignments = (
  dice: Dice,
  placed: readonly Placed[],
  count: number,
  tagged: number,
): FactoredAssignment[] | undefined => {
  const pool = dice.from(4, 16);
  const taste: Taste = {
    labels: Array.from({ length: pool }, (_, at) => `contact-${at}`),
    eachType: dice.one([0.1, 0.3, 0.5, 0.8]),
    unmanaged: dice.one([0, 0.05, 0.15]),
    listOfUnits: dice.one([0, 0.3, 0.6]),
    scattered: dice.one([0.2, 0.5, 0.8]),
    overlapping: dice.one([0, 0.2, 0.5]),
  };
  const unitCount = dice.from(3, count - 4 - tagged);
  const made: FactoredAssignment[] = [{ match: { kind: 'all' }, wants: anyWants(dice, taste) }];
  for (let tries = 0; made.length < count && tries < 200; tries++) {
    const match =
      made.length <= unitCount
        ? anyUnits(dice, placed, taste)
        : made.length <= unitCount + tagged
          ? anyTag(dice)
          : anyIds(dice, placed, taste, made);
    const next = { match, wants: anyWants(dice, taste) };
    if (made.every((other) => !contradict(other, next))) made.push(next);
  }
  return made.length === count ? made : undefined;
};

const anyWants = (dice: Dice, taste: Taste): FactoredWants => {
  const first = dice.one(contactTypes);
  const types = contactTypes.filter((type) => type === first || dice.chance(taste.eachType));
  return Object.fromEntries(types.map((type) => [type, dice.chance(taste.unmanaged) ? null : dice.one(taste.labels)]));
};

const anyUnits = (dice: Dice, placed: readonly Placed[], taste: Taste): FactoredMatch => {
  const units = [...new Set(placed.flatMap((account) => account.units.slice(1)))];
  return { kind: 'units', units: dice.some(units, dice.chance(taste.listOfUnits) ? dice.from(2, 4) : 1) };
};

const anyTag = (dice: Dice): FactoredMatch => ({
  kind: 'tag',
  values: [...new Set(dice.some(tagValues, dice.from(1, 3)))],
});

const anyIds = (
  dice: Dice,
  placed: readonly Placed[],
  taste: Taste,
  made: readonly FactoredAssignment[],
): FactoredMatch => {
  const lists = made.flatMap(({ match }) => (match.kind === 'accounts' ? [match.ids] : []));
  const unit = dice.one(dice.one(placed).units);
  const elsewhere = dice.chance(taste.scattered) ? 1 : dice.one([0, 0.02]);
  const near = placed.filter(({ units }) => units.includes(unit) || dice.chance(elsewhere));
  const count = dice.chance(0.5) ? dice.from(5, 20) : dice.from(20, 80);
  const fresh = dice.some(near, count).map(({ id }) => id);
  if (lists.length === 0 || !dice.chance(taste.overlapping)) return { kind: 'accounts', ids: fresh };
  const shared = dice.some(dice.one(lists), Math.ceil(count / 2));
  return { kind: 'accounts', ids: [...new Set([...shared, ...fresh])].slice(0, count) };
};

const contradict = (one: FactoredAssignment, other: FactoredAssignment): boolean => {
  const named = contactTypes.filter((type) => one.wants[type] !== undefined && other.wants[type] !== undefined);
  const members = new Set(membersOf(one.match));
  if (one.match.kind === other.match.kind && JSON.stringify(one.wants) === JSON.stringify(other.wants)) return true;
  const meet = one.match.kind === other.match.kind && membersOf(other.match).some((member) => members.has(member));
  return meet && named.some((type) => one.wants[type] !== other.wants[type]);
};

/** Gives the accounts what the assignments say; nothing when some assignment makes too little difference. */
const decideAll = (
  assignments: readonly FactoredAssignment[],
  placed: readonly Placed[],
  least: number,
): FactorAccount[] | undefined => {
  const claimsOn = indexClaims(assignments);
  const decided = assignments.map(() => new Set<string>());
  const accounts = placed.map((account) => {
    const label = (type: ContactType): string | null => {
      const [winner, ...others] = claimsOn(account, type);
      if (!winner) return null;
      const next = others.find(({ assignment }) => assignment !== winner.assignment);
      if (winner.label !== (next?.label ?? null)) decided[winner.assignment]?.add(account.id);
      return winner.label;
    };
    return {
      ...account,
      labels: { BILLING: label('BILLING'), OPERATIONS: label('OPERATIONS'), SECURITY: label('SECURITY') },
    };
  });
  return decided.every((some) => some.size >= least) ? accounts : undefined;
};
