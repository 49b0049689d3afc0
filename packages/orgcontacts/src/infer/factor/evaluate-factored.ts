import type { ContactType } from '../../contact/contact-type.ts';
import { indexClaims, type Placed } from './claims.ts';
import type { FactoredAssignment } from './factored.ts';

/** What the assignments that name a type come to for one account. */
export interface Decision {
  readonly label: string | null;
  /** The positions of the strongest assignments that match; several when they are equally strong. */
  readonly winners: readonly number[];
  /** Whether the winners want different things. */
  readonly tied: boolean;
}

/** Makes a function that says what assignments give an account for a type; a gap where none names it. Pure. */
export const evaluateFactored = (
  assignments: readonly FactoredAssignment[],
): ((account: Placed, type: ContactType) => Decision) => {
  const claimsOn = indexClaims(assignments);
  return (account, type) => {
    const claims = claimsOn(account, type);
    const winning = claims.filter(({ rank }) => rank === claims[0]?.rank);
    const label = winning[0]?.label ?? null;
    return {
      label,
      winners: winning.map(({ assignment }) => assignment),
      tied: winning.some((claim) => claim.label !== label),
    };
  };
};
