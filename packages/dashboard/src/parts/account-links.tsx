import { useState } from 'preact/hooks';
import { formatRoute } from '../model/route.ts';
import { nameText } from '../model/text.ts';

interface AccountLinksProps {
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}

/** So many are named at once. */
const few = 12;
const step = 200;

/** Accounts by name, a few at first. */
export const AccountLinks = ({ accounts }: AccountLinksProps) => {
  const [shown, setShown] = useState(few);
  const rest = accounts.length - shown;
  return (
    <p class="account-links">
      {accounts.slice(0, shown).map(({ id, name }) => (
        <a key={id} href={formatRoute({ page: 'account', about: id })}>
          {nameText(name)} <span class="quiet id">{id}</span>
        </a>
      ))}
      {rest > 0 && (
        <button type="button" class="link" onClick={() => setShown(shown + step)}>
          {rest > step ? `${step} more of ${rest}` : `${rest} more`}
        </button>
      )}
    </p>
  );
};
