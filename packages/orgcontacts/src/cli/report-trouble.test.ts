import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CliError } from './cli-error.ts';
import { anIo } from './io.builder.ts';
import { reportTrouble } from './report-trouble.ts';

const place = { file: 'contacts.yaml', line: 5, column: 15, length: 6 };
const diagnostic = {
  code: 'unknown-contact',
  severity: 'error',
  message: 'There is no contact nobody.',
  help: '',
  place,
} as const;

/** What is said about something thrown, and the reason for the exit status. */
const trouble = (thrown: unknown, { json = false, stopped = false } = {}) => {
  const stopping = new AbortController();
  if (stopped) stopping.abort();
  const io = anIo({ stop: stopping.signal });
  const reason = reportTrouble(thrown, { io, command: 'plan', json });
  return { reason, out: io.said(), err: io.told.join('') };
};

describe('trouble that a user can do something about', () => {
  it('is said with its help on standard error, and nothing on standard output', () => {
    expect(trouble(new CliError('stale', 'It is old.', 'Make a new one.'))).toEqual({
      reason: 'stale',
      out: '',
      err: 'It is old.\nMake a new one.\n',
    });
    expect(trouble(new CliError('refused', 'No.')).err).toBe('No.\n');
  });

  it('is one JSON document where data was asked for, and still said on standard error', () => {
    const { out, err } = trouble(new CliError('error', 'Not valid.', 'Mend it.', [diagnostic]), { json: true });
    expect(JSON.parse(out)).toEqual({
      format: 'orgcontacts/report',
      version: 1,
      kind: 'error',
      command: 'plan',
      reason: 'error',
      message: 'Not valid.',
      help: 'Mend it.',
      diagnostics: [diagnostic],
    });
    expect(out.endsWith('}\n')).toBe(true);
    expect(err).toBe('Not valid.\nMend it.\n');
  });

  it('is a file that cannot be written, without a stack', async () => {
    const thrown: unknown = await readFile('/no/such/folder/file').catch((error: unknown) => error);
    const { reason, err } = trouble(thrown);
    expect(reason).toBe('error');
    expect(err).toContain("ENOENT: no such file or directory, open '/no/such/folder/file'\nCheck that the path exists");
    expect(err).not.toContain('    at ');
  });
});

describe('an interruption', () => {
  it('explains whatever was thrown after Ctrl-C', () => {
    expect(trouble(new DOMException('Interrupted', 'AbortError'), { stopped: true })).toEqual({
      reason: 'interrupted',
      out: '',
      err: 'Interrupted.\n',
    });
  });

  it('does not hide what was found out before', () => {
    expect(trouble(new CliError('error', 'It broke.'), { stopped: true }).reason).toBe('error');
  });
});

describe('what nobody foresaw', () => {
  it('is told with its stack, and how to report it', () => {
    const { reason, err } = trouble(new TypeError('undefined is no function'));
    expect(reason).toBe('error');
    expect(err).toContain('TypeError: undefined is no function\n    at ');
    expect(err).toContain('please report it');
  });

  it('is told even when it is no error at all', () => {
    expect(trouble('a text').err).toBe('Something was thrown that is no error: a text\n');
    expect(JSON.parse(trouble(undefined, { json: true }).out).message).toBe(
      'Something was thrown that is no error: undefined',
    );
  });
});

it('never lets foreign text in a message move the cursor', () => {
  const { err } = trouble(new CliError('error', 'AWS said \u001b[2Jnothing\nand \u202emore', 'Ask \u009bthem.'));
  expect(err).toBe('AWS said \\u001b[2Jnothing\nand \\u202emore\nAsk \\u009bthem.\n');
});
