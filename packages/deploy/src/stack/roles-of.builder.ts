import { evaluate, type PolicyDocument, parsePolicyDocument } from 'orgcontacts-emulator';
import type { Resource } from './resolve-template.builder.ts';

/** A role as a template declares it, every reference filled in. */
export interface DeclaredRole {
  readonly name: string;
  /** Its policies as they stand in the template. */
  readonly raw: readonly object[];
  readonly trust: object;
  /** All actions that it names. */
  readonly actions: readonly string[];
  /** Whether it may do something. */
  readonly may: (
    action: string,
    resource: string,
    keys?: Readonly<Record<string, string | readonly string[]>>,
  ) => boolean;
}

interface Statement {
  readonly Action: string | readonly string[];
}

/** The roles that a stack makes, with what is attached to them besides. */
export const rolesOf = (resources: ReadonlyMap<string, Resource>): ReadonlyMap<string, DeclaredRole> => {
  const all = [...resources.values()];
  const roles = all.filter(({ Type }) => Type === 'AWS::IAM::Role');
  const attached = all.filter(({ Type }) => Type === 'AWS::IAM::Policy');
  return new Map(
    roles.map(({ Properties }) => {
      // What the template has to look like.
      const { RoleName, Policies, AssumeRolePolicyDocument } = Properties as {
        RoleName: string;
        Policies: { PolicyDocument: object }[];
        AssumeRolePolicyDocument: object;
      };
      const additions = attached.filter((each) => (each.Properties['Roles'] as string[]).includes(RoleName));
      const raw = [...Policies.map(({ PolicyDocument }) => PolicyDocument), ...additions.map(documentIn)];
      return [RoleName, roleOf(RoleName, raw, AssumeRolePolicyDocument)];
    }),
  );
};

const documentIn = ({ Properties }: Resource): object => Properties['PolicyDocument'] as object;

const roleOf = (name: string, raw: readonly object[], trust: object): DeclaredRole => {
  const identity = raw.map(read);
  const statements = raw.flatMap((document) => (document as { Statement: readonly Statement[] }).Statement);
  return {
    name,
    raw,
    trust,
    actions: [...new Set(statements.flatMap(({ Action }) => Action))].sort(),
    may: (action, resource, keys = {}) => evaluate({ action, resource, keys }, { identity }).kind === 'allowed',
  };
};

const read = (raw: object): PolicyDocument => {
  const parsed = parsePolicyDocument(raw);
  if (parsed.kind === 'malformed') throw new Error(`A role of a template has no policy: ${parsed.because}`);
  return parsed.policy;
};
