/** The four fields of an alternate contact. AWS wants all four in every write. */
export interface Contact {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
}

export const contactFields = ['name', 'title', 'email', 'phone'] as const;

export type ContactField = (typeof contactFields)[number];
