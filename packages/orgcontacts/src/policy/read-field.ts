import type { DraftField } from './draft.ts';
import type { Piece, Reference } from './piece.ts';
import { parseTemplate } from './template.ts';

/** Where the values of references come from: the world outside the policy. */
export type ReadReference = (reference: Reference) => ReadReferenceAnswer;

/** The value of a reference, or why there is none. */
export type ReadReferenceAnswer =
  | { readonly kind: 'value'; readonly text: string }
  /** `because` goes on after "it". */
  | { readonly kind: 'missing'; readonly because: string };

/**
 * Nothing outside the policy can be read.
 *
 * @example
 * ```ts
 * import { noReferences, type ReadReference } from 'orgcontacts';
 *
 * const onlyPhone: ReadReference = (reference) =>
 *   reference.kind === 'env' && reference.name === 'ORGCONTACTS_PHONE'
 *     ? { kind: 'value', text: '+1(555)555-5555' }
 *     : noReferences(reference);
 * ```
 */
export const noReferences: ReadReference = () => ({ kind: 'missing', because: 'cannot be read here' });

/** Reads one field of a contact: its template is taken apart and its references are resolved. */
export const readField = (text: string, read: ReadReference): DraftField => {
  const template = parseTemplate(text);
  if (template.kind === 'wrong') return { ...wrongTemplate, message: `Here ${template.because}.` };
  const pieces: Piece[] = [];
  let isReference = false;
  for (const piece of template.pieces) {
    if (piece.kind !== 'reference') {
      pieces.push(piece);
      continue;
    }
    const value = resolveReference(piece.reference, read);
    if (value.kind === 'wrong') return value;
    if (value.text !== '') pieces.push({ kind: 'text', text: value.text });
    isReference = true;
  }
  return { kind: 'value', pieces, isReference };
};

/** The text of a field that is the same for every account; undefined for one that is filled in. */
export const plainText = (pieces: readonly Piece[]): string | undefined =>
  pieces.every((piece) => piece.kind === 'text') ? pieces.map(({ text }) => text).join('') : undefined;

type Wrong = Extract<DraftField, { kind: 'wrong' }>;

const wrongTemplate = {
  kind: 'wrong',
  code: 'template',
  help: 'Expected between ${ and }: account.id, account.name, account.email, tag.KEY, tag.KEY:-default, env:NAME or file:PATH. Write $${ for ${ itself.',
} as const;

const resolveReference = (reference: Reference, read: ReadReference): Wrong | { kind: 'text'; text: string } => {
  const refusal = refusalOf(reference);
  if (refusal) return refusal;
  const answer = read(reference);
  if (answer.kind === 'value') return { kind: 'text', text: answer.text };
  const what = reference.kind === 'env' ? `The variable ${reference.name}` : `The file ${reference.path}`;
  const help =
    reference.kind === 'env'
      ? `Set it, as export ${reference.name}=…`
      : 'Put it below the folder of the policy file; links are not followed.';
  return { kind: 'wrong', code: 'reference-missing', message: `${what} ${answer.because}.`, help };
};

/** Only what is meant for this tool may be read: a policy may come from somebody else. */
const refusalOf = (reference: Reference): Wrong | undefined => {
  if (reference.kind === 'env') {
    return /^ORGCONTACTS_[A-Z0-9_]+$/.test(reference.name)
      ? undefined
      : wrongName(
          `${reference.name} is no variable that a policy may read.`,
          'Expected a name as ORGCONTACTS_PHONE: capitals, digits and _.',
        );
  }
  const steps = reference.path.split('/');
  return steps.some((step) => step === '' || step === '.' || step === '..') || /[\\\0:]/.test(reference.path)
    ? wrongName(
        `${reference.path} is no file that a policy may read.`,
        'Expected a path below the folder of the policy, as phones/security.txt.',
      )
    : undefined;
};

const wrongName = (message: string, help: string): Wrong => ({ kind: 'wrong', code: 'reference-name', message, help });
