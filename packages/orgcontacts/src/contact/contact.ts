/** The four fields of an alternate contact. AWS wants all four in every write. */
export interface Contact {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
}

/** The names of the four fields, in the order in which they are shown. */
export const contactFields = ['name', 'title', 'email', 'phone'] as const;

/** The name of one of the four fields. */
export type ContactField = (typeof contactFields)[number];
