/** What is under way: each thing by its kind and id, with the moment at which it comes to its end. */
export interface Agenda {
  readonly entries: Map<string, Due>;
  /** When the first of them ends; nothing has to be looked at before. */
  soonest: number;
}

/** Something that comes to its end by itself. */
export interface Due {
  readonly kind: 'creation' | 'closure' | 'purge' | 'handshake' | 'region';
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** An agenda with nothing on it. */
export const makeAgenda = (): Agenda => ({ entries: new Map(), soonest: Number.POSITIVE_INFINITY });

/** Puts something on the agenda; what has the same kind and id gives way. */
export const schedule = (agenda: Agenda, due: Due): void => {
  agenda.entries.set(keyOf(due), due);
  agenda.soonest = Math.min(agenda.soonest, due.at);
};

/** Takes off what is due first, by that moment; undefined when nothing is. The order of one moment is that of the keys, which outlives a snapshot. */
export const takeDue = (agenda: Agenda, now: number): Due | undefined => {
  if (agenda.soonest > now) return undefined;
  let first: Due | undefined;
  for (const due of agenda.entries.values()) if (!first || isBefore(due, first)) first = due;
  agenda.soonest = first?.at ?? Number.POSITIVE_INFINITY;
  if (!first || first.at > now) return undefined;
  agenda.entries.delete(keyOf(first));
  return first;
};

const isBefore = (one: Due, other: Due): boolean =>
  one.at < other.at || (one.at === other.at && keyOf(one) < keyOf(other));

const keyOf = ({ kind, id }: Pick<Due, 'kind' | 'id'>): string => `${kind} ${id}`;
