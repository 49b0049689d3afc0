import { checkWorld } from '../world/parse-world.ts';
import { noSeal, openLine, type Sealed, sealAll } from './sealed-line.ts';
import { headerSchema, type StateHeader, type StateRecord, type Written } from './state-record.ts';

/** What a state file holds. */
export interface State extends Omit<Written, 'behaviour'> {
  /** As it was chosen by name. */
  readonly behaviour: Readonly<Record<string, string>>;
  readonly records: readonly Placed<StateRecord>[];
  /** How many bytes hold: what follows is a line that a crash has torn. */
  readonly length: number;
  /** The seal of the last line, for the next one. */
  readonly seal: number;
}

/** Something that stands in a line. */
export interface Placed<Value> {
  readonly value: Value;
  readonly line: number;
  /** Where the line begins, counted from 0. */
  readonly byte: number;
}

/** A state file that cannot be believed: nothing of it is used. */
export class DamagedState extends Error {
  constructor({ line, byte }: Omit<Placed<unknown>, 'value'>, because: string) {
    super(`line ${line}, byte ${byte}: ${because}`);
  }
}

/** Writes a world as the lines of a state file, with the seal of the last one. */
export const renderState = ({ world, ...settings }: Written): Sealed => {
  const { accounts, ...others } = world;
  const format = 'orgcontacts-emulator/state';
  const header: StateHeader = { format, version: 1, ...settings, accounts: accounts.length, world: others };
  return sealAll(
    [header, ...accounts].map((value) => JSON.stringify(value)),
    noSeal,
  );
};

/** Reads a state file: all of it, or a DamagedState that says where and why not. A last line without its end was never acknowledged. */
export const parseState = (bytes: Buffer): State => {
  const { lines, length, seal } = openLines(bytes);
  const [first, ...others] = lines;
  if (!first) throw new DamagedState({ line: 1, byte: 0 }, 'there is no whole line');
  const header = readHeader(first);
  const accounts = others.slice(0, header.accounts);
  if (accounts.length < header.accounts)
    throw new DamagedState(
      { line: lines.length + 1, byte: length },
      `here the file ends, after ${accounts.length} of ${header.accounts} accounts`,
    );
  const checked = checkWorld({ ...header.world, accounts: accounts.map(({ value }) => value) });
  if (checked.kind === 'invalid') throw new DamagedState(first, `this is no world: ${checked.problems.join('; ')}`);
  // Sealed by the emulator itself, a record is what it wrote.
  const records = others.slice(header.accounts) as readonly Placed<StateRecord>[];
  const { offset, behaviour, instant } = header;
  return { world: checked.world, offset, behaviour, instant, records, length, seal };
};

const newline = '\n'.charCodeAt(0);

const openLines = (bytes: Buffer): Pick<State, 'length' | 'seal'> & { readonly lines: readonly Placed<unknown>[] } => {
  const lines: Placed<unknown>[] = [];
  let seal = noSeal;
  let byte = 0;
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, byte)) {
    const place = { line: lines.length + 1, byte };
    const opened = openLine(bytes.subarray(byte, end), seal);
    if (!opened) throw new DamagedState(place, 'this line, or the order of the lines, is not as it was written');
    lines.push({ ...place, value: opened.value });
    seal = opened.seal;
    byte = end + 1;
  }
  return { lines, length: byte, seal };
};

const readHeader = (first: Placed<unknown>): StateHeader => {
  const parsed = headerSchema.safeParse(first.value);
  if (parsed.success) return parsed.data;
  throw new DamagedState(first, parsed.error.issues[0]?.message ?? 'this is no state of the emulator');
};
