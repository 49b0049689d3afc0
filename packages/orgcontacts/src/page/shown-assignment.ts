import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import type { Assignment, Want } from '../policy/policy.ts';
import { describeSelector } from '../selector/describe-selector.ts';

/** One rule of the policy, in words. */
export interface ShownAssignment {
  readonly line: number;
  readonly selector: string;
  readonly mode: string;
  /** By contact type: the name of a contact, `a contact of its own`, `absent` or `unmanaged`. */
  readonly wants: Readonly<Partial<Record<ContactType, string>>>;
}

/** Says an assignment in words. Pure. */
export const shownAssignment = ({ match, wants, mode, place }: Assignment): ShownAssignment => ({
  line: place.line,
  selector: describeSelector(match),
  mode,
  wants: Object.fromEntries(
    contactTypes.flatMap((type) => {
      const want = wants[type];
      return want ? [[type, wantText(want)]] : [];
    }),
  ),
});

const wantText = (want: Want): string =>
  want.kind === 'contact' || want.kind === 'template' ? (want.contactName ?? 'a contact of its own') : want.kind;
