import type { Failure } from '../failure/failure.ts';

/** A kind of policy that a denial can name. */
export type NamedLayer = 'control' | 'boundary' | 'session' | 'identity' | 'other';

/** What a denial says of policies: nothing, or that some policy is in the way, and of which kind where it says so. */
export type Sentence = { readonly kind: 'bare' } | { readonly kind: 'policy'; readonly layer: NamedLayer | null };

/** The kinds of policies in AWS's words (AWS docs: troubleshooting access denied messages). */
const layers: readonly (readonly [RegExp, NamedLayer])[] = [
  [/service control policy/, 'control'],
  [/permissions boundary/, 'boundary'],
  [/session policy/, 'session'],
  [/identity-based policy/, 'identity'],
  [/[a-z]+ policy\b/, 'other'],
];

/**
 * Reads what a denial says of policies. AWS's wording changes over time, so that it never decides alone: it only tells apart what the
 * facts leave open. Where IAM denies, the resource or the deny is named (AWS docs; observed); a denial for another reason has neither. Pure.
 */
export const readSentence = ({ message }: Pick<Failure, 'message'>): Sentence => {
  const [, after] = /not authorized to perform: \S+(.*)$/s.exec(message) ?? [];
  if (after === undefined || !/ on resource: | with an explicit deny| because no /.test(after)) return { kind: 'bare' };
  const [, layer] = layers.find(([words]) => words.test(after)) ?? [];
  return { kind: 'policy', layer: layer ?? null };
};

/** What a denial names, for people to read. */
export const layerNames: Readonly<Record<NamedLayer, string>> = {
  control: 'a service control policy',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  identity: 'a policy of the identity',
  other: 'a policy of another kind',
};
