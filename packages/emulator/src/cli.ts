import { readFileSync } from 'node:fs';
import { helpText, readArguments } from './cli-options.ts';
import { type EmulatorOptions, openEmulator } from './create-emulator.ts';
import { parseFaultRules } from './fault/fault-rule.ts';
import { parseWorld } from './world/parse-world.ts';
import type { World } from './world/world-file.ts';
import type { WorldState } from './world/world-state.ts';

const say = (text: string): void => void process.stdout.write(text);

const giveUp = (message: string): void => {
  process.stderr.write(`${message}\nTry orgcontacts-emulator --help\n`);
  process.exitCode = 1;
};

const versionText = (): string => {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return version;
};

const readText = (option: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    throw new Error(`${option}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
};

const loadWorld = (file: string): (() => World) => {
  const parsed = parseWorld(readText('--world', file));
  if (parsed.kind === 'world') return () => structuredClone(parsed.world);
  throw new Error(`${file} is no world:\n${indented(parsed.problems)}`);
};

const loadFaults = (file: string): Pick<EmulatorOptions, 'faults'> => {
  const parsed = parseFaultRules(readText('--faults', file));
  if (parsed.kind === 'rules') return { faults: parsed.rules };
  throw new Error(`${file} holds no fault rules:\n${indented(parsed.problems)}`);
};

const indented = (problems: readonly string[]): string => problems.map((problem) => `  ${problem}`).join('\n');

const introduce = (url: string, world: WorldState, { secret = 'test', state }: EmulatorOptions): void => {
  const { organization, defaultAccountId, accounts } = world;
  say(`listening on ${url}\n\n`);
  say(
    organization
      ? `Organization ${organization.id} with ${accounts.size} accounts.\n`
      : `One account, ${defaultAccountId}, and no organization yet.\n`,
  );
  if (organization) say(`Management account ${organization.managementAccountId}`);
  for (const { accountId, service } of organization?.delegatedAdministrators ?? [])
    say(`; delegated administrator for ${service} ${accountId}`);
  if (state !== undefined) say(`\nLives in ${state}`);
  say(`\nPoint any AWS client at it:\n  export AWS_ENDPOINT_URL=${url}\n`);
  say(`  export AWS_ACCESS_KEY_ID=${defaultAccountId} AWS_SECRET_ACCESS_KEY=${secret}\n`);
  say('  export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1\n');
};

const serve = async (request: Extract<ReturnType<typeof readArguments>, { kind: 'serve' }>): Promise<void> => {
  const makeStart = request.worldFile === undefined ? undefined : loadWorld(request.worldFile);
  const faults = request.faultsFile === undefined ? {} : loadFaults(request.faultsFile);
  const emulator = openEmulator({ ...request.options, ...faults }, makeStart);
  const { url } = await emulator.listen({ port: request.port });
  introduce(url, emulator.world(), request.options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.close());
};

const explain = (thrown: unknown, port: number): string => {
  if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE') {
    return `Port ${port} of 127.0.0.1 is in use: choose another one with --port, or 0 for a free one.`;
  }
  return thrown instanceof Error ? thrown.message : String(thrown);
};

const request = readArguments(process.argv.slice(2));
if (request.kind === 'help') say(helpText);
else if (request.kind === 'version') say(`${versionText()}\n`);
else if (request.kind === 'mistake') giveUp(request.message);
else await serve(request).catch((thrown: unknown) => giveUp(explain(thrown, request.port)));
