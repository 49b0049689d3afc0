import type { Policies } from './access-request.ts';
import type { PolicyDocument, PolicyStatement } from './policy-document.ts';

/**
 * Whether policies let through whatever is asked, so that no request has to be looked at: of every group one allows everything on
 * everything without a condition, and nothing is denied anywhere. So it is for administrators, who make most calls.
 */
export const allowEverything = ({ identity, serviceControl = [], boundary, session }: Policies): boolean =>
  isOpen(identity) &&
  serviceControl.every(isOpen) &&
  (!boundary || isOpen([boundary])) &&
  (!session || isOpen(session));

const isOpen = (documents: readonly PolicyDocument[]): boolean =>
  documents.some(({ statements }) => statements.some(allowsAnything)) &&
  documents.every(({ statements }) => statements.every(({ effect }) => effect === 'Allow'));

const allowsAnything = ({ effect, actions, resources, conditions }: PolicyStatement): boolean =>
  effect === 'Allow' && isAll(actions) && isAll(resources) && conditions.length === 0;

const isAll = ({ kind, patterns }: PolicyStatement['actions']): boolean => kind === 'these' && patterns.includes('*');
