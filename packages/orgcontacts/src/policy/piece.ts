/** What the account gives to a template. */
export const accountVariables = ['id', 'name', 'email'] as const;

/** One piece of a contact's field: as it stands, or filled in for each account. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'account'; readonly variable: (typeof accountVariables)[number] }
  /** The value of a tag, or the default where the account has no such tag or an empty one. */
  | { readonly kind: 'tag'; readonly key: string; readonly otherwise: string | null };

/** A field before its references are resolved. */
export type RawPiece = Piece | { readonly kind: 'reference'; readonly reference: Reference };

/** Something outside the policy file that a field refers to. */
export type Reference =
  | { readonly kind: 'env'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string };
