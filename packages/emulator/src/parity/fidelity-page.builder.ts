import { type BehaviourOption, behaviours } from '../behaviour/behaviours.ts';
import type { ParityCase, ParityScript } from './script.ts';

/** Renders docs/fidelity.md from the tests: the options, each value of which has a check, and the parity scripts, each case of which is run. */
export const renderFidelityPage = (scripts: readonly ParityScript[]): string =>
  `${[
    '<!-- Generated from the tests of packages/emulator by UPDATE_GENERATED=1 npx vitest run --project unit. -->',
    introduction,
    table(['option', 'values', 'what is known'], Object.entries(behaviours).map(optionRow)),
    differences,
    established,
    ...scripts.map(renderScript),
  ].join('\n\n')}\n`;

const introduction = `# How faithful the emulator is

The emulator answers in the order in which AWS was seen to decide: credentials, quota, the shape of the request, who may call for whom, IAM
and service control policies, then what is particular to the operation. Error classes, HTTP status, reasons and sentences are those that were
observed on live AWS or stand in its documentation and service models; the source stands beside each in the code. Where neither says
anything, a comment says "not observed".

## What is not established

Some behaviour of AWS nobody has observed, or different people have seen different things. Each such point is an option of the emulator
(\`--behaviour NAME=VALUE\`, or \`behaviour\` in code). The first value is the default. All values are tested; test your tool with all of them.`;

const differences = `## Where it differs knowingly

- Signatures are checked only when asked for, and an access key id of twelve digits is an administrator of that account.
- Organizations is asked of IAM before its own rules on who may call; AWS's order between the two was not observed.
- The clock can be moved, and everything asynchronous ends on time.
- One partition, and no regional outages.`;

const established = `## What each operation does

Every line is a case of a [parity script](parity.md), run against the emulator by each \`npm test\`, and against AWS by whoever likes to. The
second column says what it rests on, where that is more or less than AWS's documentation and service model.`;

const optionRow = ([name, { values, about }]: readonly [string, BehaviourOption]): readonly string[] => [
  code(name),
  values.map(code).join(', '),
  about,
];

const renderScript = ({ operation, cases }: ParityScript): string =>
  [`### ${operation}`, table(['it', 'evidence'], Object.entries(cases).map(caseRow))].join('\n\n');

const caseRow = ([name, { evidence = '', emulator }]: readonly [string, ParityCase]): readonly string[] => [
  [name, ...Object.entries(emulator?.behaviour ?? {}).map(([option, value]) => `(${code(`${option}=${value}`)})`)].join(
    ' ',
  ),
  evidence,
];

const code = (text: string): string => `\`${text}\``;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escaped).join(' | ')} |`).join('\n');

/** A bar would end a cell. */
const escaped = (text: string): string => text.replaceAll('|', '\\|');
