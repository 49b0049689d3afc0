import { describe, expect, it } from 'vitest';
import { helpText, readArguments } from './cli-options.ts';

const defaults = {
  kind: 'serve',
  port: 4571,
  options: {
    accounts: 120,
    seed: 1,
    empty: false,
    quotas: 'aws',
    instant: false,
    latency: 0,
    consistencyDelay: 0,
    verifySignatures: false,
    behaviour: {},
  },
};

const optionsOf = (...argv: readonly string[]) => {
  const request = readArguments(argv);
  return request.kind === 'serve' ? request.options : request;
};

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(readArguments([])).toEqual(defaults);
  });

  it.each([
    [['--accounts', '20'], { accounts: 20 }],
    [['--accounts=50000'], { accounts: 50_000 }],
    [['--seed', '7'], { seed: 7 }],
    [['--empty'], { empty: true }],
    [['--empty', '--account', '012345678901'], { empty: true, account: '012345678901' }],
    [['--quotas', 'aws-cn'], { quotas: 'aws-cn' }],
    [['--quotas', 'off'], { quotas: 'off' }],
    [['--quotas', 'x10'], { quotas: 'x10' }],
    [['--instant'], { instant: true }],
    [['--latency', '50'], { latency: 50 }],
    [['--latency', '20-80'], { latency: [20, 80] }],
    [['--consistency-delay', '5000'], { consistencyDelay: 5000 }],
    [['--fault-seed', '9'], { faultSeed: 9 }],
    [['--verify-signatures'], { verifySignatures: true }],
    [['--verify-signatures', '--secret', 'mine'], { verifySignatures: true, secret: 'mine' }],
    [
      ['--behaviour', 'emptyPages=first', '--behaviour', 'putOnInactive=deny'],
      { behaviour: { emptyPages: 'first', putOnInactive: 'deny' } },
    ],
  ])('%j', (argv, options) => {
    expect(optionsOf(...argv)).toEqual({ ...defaults.options, ...options });
  });

  it('takes a port and files', () => {
    expect(readArguments(['--port', '0', '--world', 'w.yaml', '--faults', 'f.json'])).toEqual({
      ...defaults,
      port: 0,
      worldFile: 'w.yaml',
      faultsFile: 'f.json',
    });
  });

  it.each([
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['--version'], 'version'],
    [['-v'], 'version'],
  ])('%j asks for %s', (argv, kind) => {
    expect(readArguments(argv)).toEqual({ kind });
  });

  it.each([
    [['--nothing'], "Unknown option '--nothing'"],
    [['something'], "Unexpected argument 'something'"],
    [['--port'], "Option '--port <value>' argument missing"],
    [['--port', '65536'], '--port needs a whole number from 0 to 65535, and got 65536.'],
    [['--port='], '--port needs a whole number from 0 to 65535, and got nothing.'],
    [['--port', '1e3'], '--port needs a whole number from 0 to 65535, and got 1e3.'],
    [['--port', '0x10'], '--port needs a whole number from 0 to 65535, and got 0x10.'],
    [['--port', ' 1'], '--port needs a whole number from 0 to 65535, and got  1.'],
    [['--accounts', '2'], '--accounts needs a whole number from 3 to 50000, and got 2.'],
    [['--accounts', '50001'], '--accounts needs a whole number from 3 to 50000, and got 50001.'],
    [['--accounts', 'many'], '--accounts needs a whole number from 3 to 50000, and got many.'],
    [['--accounts', '3.5'], '--accounts needs a whole number from 3 to 50000, and got 3.5.'],
    [['--seed=-1'], '--seed needs a whole number from 0 to 4294967295, and got -1.'],
    [
      ['--latency', '60001'],
      '--latency needs milliseconds from 0 to 60000, or two such numbers as 20-80, and got 60001.',
    ],
    [
      ['--latency', '80-20'],
      '--latency needs milliseconds from 0 to 60000, or two such numbers as 20-80, and got 80-20',
    ],
    [['--latency='], 'and got nothing.'],
    [['--consistency-delay', '5s'], '--consistency-delay needs a whole number from 0 to 3600000, and got 5s.'],
    [['--fault-seed', 'x'], '--fault-seed needs a whole number from 0 to 4294967295, and got x.'],
    [['--secret', 'mine'], '--secret is what --verify-signatures checks with: give both, or neither.'],
    [['--verify-signatures', '--secret='], '--secret needs a text, and got nothing.'],
    [['--quotas', 'fast'], '--quotas cannot be fast; it can be aws, aws-cn, off or x10 for ten times aws.'],
    [['--empty', '--account', '123'], '--account needs twelve digits, and got 123.'],
    [['--account', '012345678901'], '--account names the account of --empty: give both, or neither.'],
    [['--empty', '--world', 'w.yaml'], '--empty and --world each say how to begin: give one of them.'],
    [
      ['--behaviour', 'emptyPages'],
      '--behaviour needs NAME=VALUE, and got emptyPages; names: contactFieldViolation, invalidTypeAction',
    ],
    [['--behaviour', 'nothing=x'], 'There is no behaviour nothing; there are contactFieldViolation'],
    [['--behaviour', 'emptyPages=always'], 'The behaviour emptyPages cannot be always; it can be never or first.'],
  ])('%j is a mistake', (argv, message) => {
    const request = readArguments(argv);
    expect(request).toEqual({ kind: 'mistake', message: expect.stringContaining(message) });
  });

  it('tells every option in its help', () => {
    for (const option of [
      'port',
      'accounts',
      'seed',
      'world',
      'empty',
      'account',
      'quotas',
      'instant',
      'latency',
      'consistency-delay',
      'faults',
      'fault-seed',
      'verify-signatures',
      'secret',
      'behaviour',
      'help',
      'version',
    ])
      expect(helpText).toContain(`--${option}`);
  });
});
