/** Patterns of which one has to match, or none may; `*` and `?` are wildcards. */
export interface Patterns {
  readonly kind: 'any-of' | 'none-of';
  readonly patterns: readonly string[];
}

/** One test of a condition, as `StringEquals` of `aws:RequestedRegion` with its values. */
export interface ConditionTest {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** One statement of a service control policy. */
export interface ControlStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Patterns;
  readonly resources: Patterns;
  readonly tests: readonly ConditionTest[];
}

/** Reads the statements of a policy document; undefined when anything of it is not as AWS writes it. Pure. */
export const readStatements = (content: string): readonly ControlStatement[] | undefined => {
  const document = parseJson(content);
  if (!isRecord(document)) return undefined;
  const statements = listOf(document['Statement']).map(readStatement);
  return statements.every((each) => each !== undefined) ? statements : undefined;
};

const readStatement = (raw: unknown): ControlStatement | undefined => {
  if (!isRecord(raw)) return undefined;
  const effect = raw['Effect'];
  const actions = readPatterns(raw, 'Action', 'NotAction');
  // A service control policy may leave its resource out, and then means all of them.
  const resources = readPatterns(
    { Resource: raw['NotResource'] === undefined ? '*' : undefined, ...raw },
    'Resource',
    'NotResource',
  );
  const tests = readTests(raw['Condition']);
  if ((effect !== 'Allow' && effect !== 'Deny') || !actions || !resources || !tests) return undefined;
  return { effect, actions, resources, tests };
};

const readPatterns = (raw: Fields, any: string, none: string): Patterns | undefined => {
  const kind = raw[none] === undefined ? 'any-of' : 'none-of';
  const patterns = readTexts(raw[kind === 'any-of' ? any : none]);
  return patterns && patterns.length > 0 ? { kind, patterns } : undefined;
};

const readTests = (condition: unknown): readonly ConditionTest[] | undefined => {
  if (condition === undefined) return [];
  if (!isRecord(condition)) return undefined;
  const tests = Object.entries(condition).flatMap(([operator, keys]) =>
    isRecord(keys)
      ? Object.entries(keys).map(([key, values]) => ({ operator, key, values: readTexts(values) }))
      : [undefined],
  );
  return tests.every(isTest) ? tests : undefined;
};

const isTest = (test: object | undefined): test is ConditionTest =>
  test !== undefined && 'values' in test && test.values !== undefined;

/** AWS takes one text for a list of one, and booleans and numbers for their texts. */
const readTexts = (raw: unknown): readonly string[] | undefined => {
  const texts = listOf(raw);
  return texts.every((each) => ['string', 'boolean', 'number'].includes(typeof each)) ? texts.map(String) : undefined;
};

const listOf = (raw: unknown): readonly unknown[] => (Array.isArray(raw) ? raw : raw === undefined ? [] : [raw]);

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (raw: unknown): raw is Fields => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
