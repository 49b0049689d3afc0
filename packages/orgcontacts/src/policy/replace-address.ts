import { isDeepStrictEqual } from 'node:util';
import { Scalar } from 'yaml';
import { type Diagnostic, makeDiagnostic } from '../diagnostic/diagnostic.ts';
import type { Draft } from './draft.ts';
import { type AddressPlace, type FoundAddress, findAddresses, isSameAddress } from './find-addresses.ts';
import { type ParseOptions, readPolicyText } from './read-policy-text.ts';
import { readYaml, valuesIn } from './source.ts';

/** An address, and what to put in its place. */
export interface Replacement {
  readonly old: string;
  readonly replacement: string;
}

/** What replacing an address in a policy comes to. Addresses that are filled in for each account stay as they are. */
export type ReplacedAddress =
  | {
      readonly kind: 'replaced';
      readonly text: string;
      /** The places in the old text. */
      readonly edits: readonly AddressPlace[];
      /** Addresses that come from a variable or file, and have to be changed there. */
      readonly outside: readonly AddressPlace[];
    }
  /** The policy has errors: as it is, or as it would be. */
  | { readonly kind: 'invalid'; readonly text: string; readonly diagnostics: readonly Diagnostic[] };

/**
 * Puts one address in the place of another everywhere in a policy. Comments and layout stay; nothing else changes. Never throws.
 *
 * @example
 * ```ts
 * import { replaceAddress } from 'orgcontacts';
 *
 * declare const text: string;
 * const addresses = { old: 'mary@example.com', replacement: 'security-desk@example.com' };
 * const replaced = replaceAddress(text, 'contacts.yaml', addresses);
 * if (replaced.kind === 'replaced') console.log(`${replaced.edits.length} places changed`);
 * ```
 */
export const replaceAddress = (
  text: string,
  file: string,
  { old, replacement }: Replacement,
  options: ParseOptions = {},
): ReplacedAddress => {
  const before = readSound(text, file, options);
  if (before.kind === 'invalid') return before;
  const found = addressed(before.draft, old);
  const edits = found.filter(isEditable).toSorted((one, other) => one.scalar.range[0] - other.scalar.range[0]);
  const edited = edits.reduceRight((sofar, { scalar }) => splice(sofar, scalar, replacement), text);
  const after = readSound(edited, file, options);
  if (after.kind === 'invalid') return after;
  const left = addressed(after.draft, old).filter(({ isReference }) => !isReference);
  if (left.length > 0 && !isSameAddress(old, replacement))
    return { kind: 'invalid', text, diagnostics: left.map(cannotEdit) };
  // The file is the user's: what was not meant to change must not have changed.
  if (!isDeepStrictEqual(valuesWith(text, file, edits, replacement), valuesOf(edited, file)))
    return { kind: 'invalid', text, diagnostics: edits.map(cannotEdit) };
  return { kind: 'replaced', text: edited, edits, outside: found.filter(({ isReference }) => isReference) };
};

const readSound = (text: string, file: string, options: ParseOptions) => {
  const { draft, diagnostics } = readPolicyText(text, file, options);
  return draft === undefined || diagnostics.some(({ severity }) => severity === 'error')
    ? ({ kind: 'invalid', text, diagnostics } as const)
    : ({ kind: 'draft', draft } as const);
};

const addressed = (draft: Draft, email: string): readonly FoundAddress[] =>
  findAddresses(draft).filter((each) => isSameAddress(each.email, email));

type Editable = FoundAddress & { readonly scalar: Scalar & { readonly range: [number, number, number] } };

const isEditable = (found: FoundAddress): found is Editable =>
  !found.isReference && Boolean(found.scalar?.range) && !blocks.has(found.scalar?.type ?? '');

/** Texts of several lines end where YAML says, and not where they seem to. */
const blocks: ReadonlySet<string> = new Set([Scalar.BLOCK_FOLDED, Scalar.BLOCK_LITERAL]);

/** As the old one was written, where that needs no quotes. */
const splice = (text: string, { range: [from, to], type }: Editable['scalar'], replacement: string): string => {
  const isPlain = type === Scalar.PLAIN && /^\w[\w.+-]*@[\w.-]+$/.test(replacement);
  return text.slice(0, from) + (isPlain ? replacement : JSON.stringify(replacement)) + text.slice(to);
};

const valuesOf = (text: string, file: string): unknown => {
  const values = valuesIn(readYaml(text, file).source);
  return values.kind === 'values' ? values.raw : undefined;
};

const valuesWith = (text: string, file: string, edits: readonly Editable[], replacement: string): unknown => {
  const { source } = readYaml(text, file);
  for (const { path } of edits) {
    const node = source.document.getIn(path, true);
    if (node instanceof Scalar) node.value = replacement;
  }
  const values = valuesIn(source);
  return values.kind === 'values' ? values.raw : undefined;
};

const cannotEdit = ({ place }: FoundAddress): Diagnostic =>
  makeDiagnostic(
    'yaml-syntax',
    place,
    'This address is written in a way that cannot be edited without changing something else.',
    'Change it by hand.',
  );
