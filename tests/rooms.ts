/**
 * Which room of the library may import which, one line a room; ARCHITECTURE.md says why. Whoever needs another line here should
 * first ask whether the thing is in the right room.
 */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  failure: [],
  diagnostic: [],
  pace: [],
  contact: ['failure'],
  selector: ['contact', 'failure'],
  org: ['contact', 'selector'],
  policy: ['contact', 'selector', 'diagnostic'],
  resolve: ['contact', 'selector', 'policy', 'org', 'diagnostic', 'failure'],
  plan: ['contact', 'selector', 'policy', 'org', 'resolve', 'diagnostic', 'failure'],
  coverage: ['contact', 'selector', 'policy', 'resolve', 'org', 'plan', 'diagnostic', 'failure'],
  infer: ['contact', 'selector', 'org', 'policy', 'resolve', 'plan', 'sheet', 'diagnostic'],
  sheet: ['contact', 'diagnostic'],
  caller: ['contact', 'org'],
  iam: ['contact', 'org', 'policy', 'resolve', 'caller'],
  gateway: ['contact', 'org', 'pace', 'failure'],
  observe: ['contact', 'selector', 'org', 'caller', 'gateway', 'failure'],
  journal: ['contact', 'org', 'plan', 'pace', 'failure'],
  apply: ['contact', 'org', 'plan', 'caller', 'gateway', 'pace', 'journal', 'failure'],
  events: ['contact', 'plan', 'journal'],
  doctor: ['contact', 'selector', 'org', 'caller', 'gateway', 'pace', 'diagnostic', 'failure'],
  setup: ['contact', 'caller', 'gateway', 'failure'],
  page: [
    'contact',
    'selector',
    'policy',
    'resolve',
    'org',
    'plan',
    'coverage',
    'caller',
    'journal',
    'diagnostic',
    'failure',
  ],
  report: [
    'contact',
    'plan',
    'coverage',
    'sheet',
    'infer',
    'iam',
    'setup',
    'doctor',
    'journal',
    'diagnostic',
    'failure',
  ],
  watch: [
    'contact',
    'org',
    'policy',
    'resolve',
    'plan',
    'caller',
    'gateway',
    'observe',
    'pace',
    'journal',
    'apply',
    'events',
    'diagnostic',
    'failure',
  ],
};

/** Rooms that may import every other one but those that are named: nothing imports the command, and watch and ui not each other. */
export const openRooms: Readonly<Record<string, readonly string[]>> = {
  'index.ts': ['cli', 'watch', 'ui'],
  'aws.ts': ['cli', 'watch', 'ui'],
  'memory.ts': ['cli', 'watch', 'ui'],
  ui: ['cli', 'watch'],
  cli: [],
};

/** Where something from outside may be used. */
export interface Allowance {
  /** What: a module, or a name that every program has. */
  readonly what: RegExp;
  /** In which files, by their path from `packages/`. */
  readonly where: RegExp;
  readonly because: string;
}

/** Modules from outside, each with the places that may import it; a module that stands nowhere here may not be imported. */
export const modules: readonly Allowance[] = [
  { what: /^@aws-sdk\//, where: /\/aws\//, because: 'the AWS SDK stays in folders named aws' },
  {
    what: /^node:fs/,
    where: /\/file\/|\/cli\/|\/src\/cli\.ts$/,
    because: 'files are touched in folders named file and in cli',
  },
  {
    what: /^node:(http|net)$/,
    where: /^emulator\/|\/ui\/|\/watch\/health\.ts$/,
    because: 'only the emulator, ui and the health of a watch are servers',
  },
  { what: /^hono|^@hono\//, where: /^emulator\/|\/ui\//, because: 'only the emulator and ui are servers' },
  { what: /^commander$/, where: /^orgcontacts\/src\/cli\//, because: 'only the command reads arguments' },
  {
    what: /^yaml$/,
    where: /\/src\/(policy|world)\//,
    because: 'YAML is what the policy, the world and the faults of the emulator are written in',
  },
  {
    what: /^zod$/,
    where: /^orgcontacts\/src\/(policy|plan|journal|events)\/|^emulator\/src\/(world|fault|iam|state)\//,
    because: 'schemas stand where a file format is read',
  },
  { what: /^csv-(parse|stringify)(\/sync)?$/, where: /\/src\/sheet\//, because: 'only sheet reads and writes CSV' },
  { what: /^diff$/, where: /^orgcontacts\/src\/cli\//, because: 'only the command shows differences of files' },
  { what: /^preact(\/hooks)?$/, where: /^dashboard\/src\//, because: 'only the page draws' },
  { what: /\.css$/, where: /^dashboard\/src\/main\.tsx$/, because: 'style sheets are named in one place' },
  { what: /^string-width$/, where: /\/src\/(report|diagnostic|cli)\//, because: 'only what is shown has a width' },
  {
    what: /^node:(readline|events|os|child_process)/,
    where: /\/cli\/|\/file\/this-process\.ts$|^deploy\/src\/work\/time-limit\.ts$/,
    because: 'only the command deals with the machine',
  },
  {
    what: /^aws-cdk-lib\/|^constructs$/,
    where: /^deploy\/src\/(stack|template)\/|^deploy\/src\/(declare-)?app\.ts$/,
    because: 'only what declares stacks knows the CDK; the functions carry none of it',
  },
  {
    what: /^orgcontacts(\/aws|\/memory)?$/,
    where: /^deploy\//,
    because: 'the deployment uses the public entries of the library',
  },
  {
    what: /^orgcontacts-emulator$/,
    where: /^orgcontacts\/src\/cli\/commands\/demo\//,
    because: 'only the demo starts an emulator',
  },
  {
    what: /^node:(crypto|util|path|url|buffer|zlib|module)$/,
    where: /^/,
    because: 'pure functions of Node.js are free',
  },
];

const worldly =
  /^orgcontacts\/src\/(cli|ui|watch)\/|^orgcontacts\/src\/pace\/clock\.ts$|^(orgcontacts\/src\/journal|emulator\/src\/state)\/file\/this-process\.ts$|^emulator\/src\/(cli|clock)\.ts$|^deploy\/src\/lambda\/lambda\.ts$/;

/** Names that every program has, and that make a function depend on more than its arguments. */
export const globals: readonly Allowance[] = [
  {
    what: /^process$/,
    where: worldly,
    because: 'only the command knows its process; pass what is needed as an argument',
  },
  { what: /^console$/, where: worldly, because: 'only the command prints; give back data' },
  { what: /^Date\.now$|^new Date\(\)$|^performance$/, where: worldly, because: 'the clock is a parameter' },
  { what: /^Math\.random$/, where: worldly, because: 'chance is a parameter' },
];

/** Names that say nothing about what is inside. */
export const emptyNames: readonly string[] = [
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'core',
  'manager',
  'managers',
];

/** Files that export more than they should, and how much: a debt that may only shrink. */
export const exportDebts: Readonly<Record<string, number>> = {
  'emulator/src/operation.ts': 9,
  'emulator/src/services/organizations/access.ts': 6,
  'emulator/src/world/world-state.ts': 8,
  'orgcontacts/src/journal/undo-plan.ts': 6,
  'orgcontacts/src/policy/draft.ts': 6,
  'orgcontacts/src/policy/policy.ts': 6,
  'orgcontacts/src/policy/source.ts': 9,
};
