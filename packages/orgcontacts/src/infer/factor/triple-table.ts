/** Every choice of contact types but none, as bits: a domain. */
export const domains: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * Triples of labels, one a contact type, by number; and by numbers of their own the parts of them, which name some types only. Equal
 * parts of different triples are one part: it can be an assignment for whoever has one of those triples.
 */
export interface TripleTable {
  /** How many triples there are. */
  readonly size: () => number;
  readonly idOf: (labels: readonly number[]) => number;
  readonly label: (triple: number, type: number) => number;
  readonly part: (triple: number, domain: number) => number;
  /** The types that a part names. */
  readonly domain: (part: number) => number;
  /** The label that a part names for a type; -1 when it does not name it. */
  readonly named: (part: number, type: number) => number;
}

/** Makes an empty table; triples are added as they are asked for. */
export const makeTripleTable = (): TripleTable => {
  const labels: number[] = [];
  const parts: number[] = [];
  const domainOf: number[] = [];
  const ownerOf: number[] = [];
  const triples = new Map<string, number>();
  const partsByKey = new Map<string, number>();
  const partOf = (triple: number, domain: number, three: readonly number[]): number => {
    const key = three.map((label, type) => (domain & (1 << type) ? label : '')).join();
    const known = partsByKey.get(key);
    if (known !== undefined) return known;
    partsByKey.set(key, domainOf.length);
    ownerOf.push(triple);
    return domainOf.push(domain) - 1;
  };
  const label = (triple: number, type: number): number => labels[triple * 3 + type] ?? -1;
  return {
    size: () => triples.size,
    idOf: (three) => {
      const key = three.join();
      const known = triples.get(key);
      if (known !== undefined) return known;
      const triple = triples.size;
      triples.set(key, triple);
      labels.push(...three);
      parts.push(-1, ...domains.map((domain) => partOf(triple, domain, three)));
      return triple;
    },
    label,
    part: (triple, domain) => parts[triple * 8 + domain] ?? -1,
    domain: (part) => domainOf[part] ?? 0,
    named: (part, type) => ((domainOf[part] ?? 0) & (1 << type) ? label(ownerOf[part] ?? -1, type) : -1),
  };
};
