import type { Answer, ParityTarget } from './client.ts';
import { fillPlaceholders, type Names } from './fill-placeholders.ts';
import { mismatches } from './mismatches.ts';
import type { ParityCase } from './script.ts';
import type { CallStep, ParityStep, Refusal } from './step.ts';

/** What came of a case: everything that was not as the script says, and how many calls the client refused itself. */
export interface CaseResult {
  readonly problems: readonly string[];
  readonly unsent: number;
}

/** Goes through the steps of a case; the first step that is not as it should be ends it, since later ones build on it. */
export const runCase = async ({ steps }: ParityCase, target: ParityTarget): Promise<CaseResult> => {
  let names: Names = target.names;
  let unsent = 0;
  for (const [index, step] of steps.entries()) {
    const done = await runStep(step, target, names);
    if (done.unsent === true) unsent += 1;
    if (done.problems.length > 0) {
      return { problems: done.problems.map((problem) => `step ${index + 1}, ${nameOf(step)}: ${problem}`), unsent };
    }
    names = { ...names, ...keptOf(step, done.output) };
  }
  return { problems: [], unsent };
};

interface StepResult {
  readonly problems: readonly string[];
  readonly output?: unknown;
  readonly unsent?: boolean;
}

const runStep = async (step: ParityStep, target: ParityTarget, names: Names): Promise<StepResult> => {
  if ('passSeconds' in step) {
    await target.pass(step.passSeconds);
    return { problems: [] };
  }
  return 'look' in step ? lookAt(step, target, names) : callAndCompare(step, target, names);
};

const lookAt = async (
  { look, gives }: Extract<ParityStep, { look: string }>,
  target: ParityTarget,
  names: Names,
): Promise<StepResult> => {
  const output = await target.look(String(fillPlaceholders(look, names)));
  return { problems: gives ? mismatches(fillPlaceholders(gives, names), output) : [], output };
};

const callAndCompare = async (step: CallStep, { client }: ParityTarget, names: Names): Promise<StepResult> => {
  // A filled value has the shape of the value that it was made from.
  const filled = fillPlaceholders(step, names) as CallStep;
  const answer = await client.call(filled.as, filled.call, filled.input ?? {});
  if (filled.refuses) {
    const isStopped = filled.refuses.beforeSending === true && client.validates;
    return {
      problems: refusalMismatches(client.hides ?? [], filled.refuses, isStopped, answer),
      unsent: answer.kind === 'unsent',
    };
  }
  if (answer.kind !== 'output') return { problems: [`it is refused: ${tell(answer)}`] };
  const expected = without(client.drops ?? [], filled.gives ?? {});
  return { problems: mismatches(expected, answer.output), output: answer.output };
};

const refusalMismatches = (
  hidden: readonly string[],
  expected: Refusal,
  isStopped: boolean,
  answer: Answer,
): readonly string[] => {
  if (answer.kind === 'unsent') return isStopped ? [] : [`the client does not send it: ${answer.message}`];
  if (isStopped) return [`the client sends what it should refuse itself: ${tell(answer)}`];
  if (answer.kind === 'output') return [`it is not refused: ${JSON.stringify(answer.output)}`];
  const wanted = without(['beforeSending', ...hidden], expected);
  return [
    ...mismatches(wanted, answer, 'refusal'),
    ...(answer.misclassified === undefined ? [] : [answer.misclassified]),
  ];
};

const without = (names: readonly string[], value: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

/** The values that a step keeps, by their names. */
const keptOf = (step: ParityStep, output: unknown): Names => {
  const wanted = 'passSeconds' in step ? {} : (step.keep ?? {});
  return Object.fromEntries(Object.entries(wanted).map(([name, path]) => [name, valueAt(output, path)]));
};

const valueAt = (output: unknown, path: string): unknown => {
  const value = path.split('.').reduce<unknown>((inner, key) => memberOf(inner, key), output);
  if (value === undefined) throw new Error(`There is no ${path} to keep in ${JSON.stringify(output)}.`);
  return value;
};

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;

const nameOf = (step: ParityStep): string => {
  if ('passSeconds' in step) return `${step.passSeconds} s pass`;
  return 'look' in step ? step.look : `${step.call} as ${JSON.stringify(step.as)}`;
};

const tell = (answer: Answer): string => JSON.stringify(answer);
