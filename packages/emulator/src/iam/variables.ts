/** What a policy variable stands for. A key of several values is none, and then its default does not count either (observed on live AWS). */
type Variable =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'multivalued' };

/** Looks up a policy variable by the name of its key. */
export type Variables = (name: string) => Variable;

/** A part of a text as it stands in a policy, or the value of a variable, which is never a pattern. */
export interface Segment {
  readonly text: string;
  readonly isValue: boolean;
}

const variable = /\$\{([^{}]*)\}/g;

/** Puts values in the place of variables; undefined when one of them has no value: then nothing is like the text. */
export const segmentsOf = (text: string, variables: Variables | undefined): readonly Segment[] | undefined => {
  if (variables === undefined || !text.includes('${')) return [{ text, isValue: false }];
  const segments: Segment[] = [];
  let from = 0;
  for (const { 0: whole, 1: inside = '', index } of text.matchAll(variable)) {
    const value = valueIn(inside, variables);
    if (value === undefined) return undefined;
    segments.push({ text: text.slice(from, index), isValue: false }, { text: value, isValue: true });
    from = index + whole.length;
  }
  return [...segments, { text: text.slice(from), isValue: false }];
};

/** A text with its variables replaced; undefined when one of them has no value. */
export const replaceVariables = (text: string, variables: Variables | undefined): string | undefined =>
  segmentsOf(text, variables)
    ?.map((segment) => segment.text)
    .join('');

/** `${*}`, `${?}` and `${$}` are those characters themselves; `${key, 'default'}` has a default (AWS docs: policy variables). */
const valueIn = (inside: string, variables: Variables): string | undefined => {
  if (inside === '*' || inside === '?' || inside === '$') return inside;
  const [, name = inside, preset] = /^(.*?),\s+'(.*)'$/.exec(inside) ?? [];
  const found = variables(name.trim());
  if (found.kind === 'value') return found.value;
  return found.kind === 'missing' ? preset : undefined;
};
