import type { ComponentChild } from 'preact';
import type { Contact } from '../../../orgcontacts/src/contact/contact.ts';
import { nameText } from '../model/text.ts';

const fields = ['name', 'title', 'email', 'phone'] as const;

interface ContactTableProps {
  readonly before: Contact | null;
  readonly after: Contact | null;
  /** What the two columns are called; the second is left out where both are the same. */
  readonly heads: readonly [string, string];
  readonly label: string;
}

/** Two contacts field by field; what differs is marked, and said. Where there is only one, there is one column. */
export const ContactTable = ({ before, after, heads, label }: ContactTableProps) => (
  <table class="contact" aria-label={label}>
    <thead>
      <tr>
        <td />
        {before && <th scope="col">{heads[0]}</th>}
        {after && <th scope="col">{heads[1]}</th>}
      </tr>
    </thead>
    <tbody>
      {fields.map((field) => {
        const differs = before?.[field] !== after?.[field];
        return (
          <tr key={field}>
            <th scope="row">{field}</th>
            {before && <td>{differs ? <del>{shown(before[field])}</del> : shown(before[field])}</td>}
            {after && <td>{differs ? <ins>{shown(after[field])}</ins> : shown(after[field])}</td>}
          </tr>
        );
      })}
    </tbody>
  </table>
);

/** One contact, field by field. */
export const ContactLines = ({ contact }: { readonly contact: Contact }) => (
  <dl class="lines">
    {fields.map((field) => (
      <div key={field}>
        <dt>{field}</dt>
        <dd>{shown(contact[field])}</dd>
      </div>
    ))}
  </dl>
);

/** A value, which may break after the `@` of an address. */
const shown = (text: string): ComponentChild => {
  const at = text.indexOf('@') + 1;
  if (at === 0) return nameText(text);
  return (
    <>
      {nameText(text.slice(0, at))}
      <wbr />
      {nameText(text.slice(at))}
    </>
  );
};
