import type { TemplateName } from '../template/make-templates.ts';
import { makeTemplates } from '../template/make-templates.ts';

/** A template as far as tests look at it. */
interface TemplateData {
  readonly Parameters?: Readonly<Record<string, { readonly Default?: string }>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** A resource of a template. */
export interface Resource {
  readonly Type: string;
  readonly Condition?: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** Ids that the tests speak of. */
export const ids = {
  keeper: '222233334444',
  management: '111122223333',
  organization: 'o-exampleorgid',
  region: 'eu-central-1',
  bucket: 'orgcontacts-bucket',
} as const;

/** What is filled in where a test says nothing else. */
const parameters: Readonly<Record<string, string>> = {
  CodeBucket: 'code',
  CodeKey: 'lambda.zip',
  OrganizationId: ids.organization,
  ManagementAccountId: ids.management,
  AdministratorId: ids.keeper,
  KeeperId: ids.keeper,
  BusArn: `arn:aws:events:${ids.region}:${ids.keeper}:event-bus/orgcontacts`,
};

const synthesized = makeTemplates() as unknown as Readonly<Record<TemplateName, TemplateData>>;

/** The resources that CloudFormation makes of a template, with every reference filled in. One synthesis serves all tests. */
export const resourcesOf = (
  name: TemplateName,
  given: Readonly<Record<string, string>> = {},
  account: string = name === 'management' ? ids.management : ids.keeper,
): ReadonlyMap<string, Resource> => {
  const template = synthesized[name];
  const defaults = Object.entries(template.Parameters ?? {}).map(([id, { Default }]) => [id, Default] as const);
  const known = {
    ...Object.fromEntries(defaults),
    ...parameters,
    ...given,
    'AWS::Partition': 'aws',
    'AWS::Region': ids.region,
    'AWS::AccountId': account,
    'AWS::NoValue': undefined,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const resolve = resolverFor(template, known);
  return new Map(
    Object.entries(template.Resources)
      .filter(([, { Condition }]) => Condition === undefined || resolve({ Condition }) === true)
      // What is resolved keeps the shape of a resource.
      .map(([id, resource]) => [id, { ...resource, Properties: resolve(resource.Properties ?? {}) } as Resource]),
  );
};

type Known = Readonly<Record<string, string | undefined>>;
type Intrinsic = (argument: never) => unknown;

/** Fills in references, as CloudFormation does. */
const resolverFor = (template: TemplateData, known: Known): ((value: unknown) => unknown) => {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter((each) => each !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    const [[key, argument] = ['', undefined], ...others] = Object.entries(value);
    const intrinsic = others.length === 0 ? intrinsics[key] : undefined;
    if (intrinsic) return intrinsic(argument as never);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolve(inner)]));
  };
  const listOf = (value: unknown): readonly unknown[] => {
    const resolved = resolve(value);
    return Array.isArray(resolved) ? resolved : String(resolved).split(',');
  };
  const intrinsics: Readonly<Record<string, Intrinsic>> = {
    Ref: (name: string) => (name in known ? known[name] : nameOf(template, name, resolve)),
    'Fn::GetAtt': ([id, attribute]: [string, string]) =>
      attribute === 'Arn' ? arnOf(template, id, resolve) : `${id}.${attribute}`,
    'Fn::Join': ([separator, parts]: [string, unknown]) => listOf(parts).join(separator),
    'Fn::If': ([name, yes, no]: [string, unknown, unknown]) => resolve(resolve({ Condition: name }) ? yes : no),
    'Fn::Equals': ([one, other]: [unknown, unknown]) => resolve(one) === resolve(other),
    'Fn::Not': ([condition]: [unknown]) => resolve(condition) !== true,
    Condition: (name: unknown) =>
      // In an IAM statement the same word is a block of its own.
      typeof name === 'string' ? resolve(template.Conditions?.[name]) : { Condition: resolve(name) },
  };
  return resolve;
};

const nameOf = (template: TemplateData, id: string, resolve: (value: unknown) => unknown): string => {
  const resource = template.Resources[id];
  if (!resource) throw new Error(`The template has no ${id}.`);
  if (resource.Type === 'AWS::S3::Bucket') return ids.bucket;
  const { QueueName, TopicName, FunctionName, RoleName, Name, StateMachineName } = resource.Properties;
  const name = resolve(QueueName ?? TopicName ?? FunctionName ?? RoleName ?? Name ?? StateMachineName ?? id);
  return resource.Type === 'AWS::SNS::Topic' ? `arn:aws:sns:${ids.region}:${ids.keeper}:${name}` : String(name);
};

const arnOf = (template: TemplateData, id: string, resolve: (value: unknown) => unknown): string => {
  const name = nameOf(template, id, resolve);
  const here = `${ids.region}:${ids.keeper}`;
  const arns: Readonly<Record<string, string>> = {
    'AWS::S3::Bucket': `arn:aws:s3:::${name}`,
    'AWS::SQS::Queue': `arn:aws:sqs:${here}:${name}`,
    'AWS::Lambda::Function': `arn:aws:lambda:${here}:function:${name}`,
    'AWS::Events::EventBus': `arn:aws:events:${here}:event-bus/${name}`,
    'AWS::IAM::Role': `arn:aws:iam::${ids.keeper}:role/${name}`,
  };
  return arns[template.Resources[id]?.Type ?? ''] ?? `arn:aws:other:${here}:${name}`;
};
