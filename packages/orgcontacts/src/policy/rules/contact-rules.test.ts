import { describe, expect, it } from 'vitest';
import type { DiagnosticCode } from '../../diagnostic/diagnostic-codes.ts';
import { parsePolicy } from '../parse-policy.ts';
import { diagnosticsOf, saidOf, withContacts } from '../policy-text.builder.ts';
import type { ParseOptions } from '../read-policy-text.ts';

type Fields = Readonly<Partial<Record<'name' | 'title' | 'email' | 'phone' | 'reviewed', string>>>;

const textOf = (fields: Fields, more = ''): string => {
  const contact = { name: 'Desk', title: 'Security', email: 'desk@example.com', phone: '+1 555 0100', ...fields };
  const written = Object.entries(contact).map(([field, text]) => `${field}: ${JSON.stringify(text)}`);
  return `${withContacts().replace(/desk: {.*}/, () => `desk: { ${written.join(', ')} }`)}${more}\n`;
};

/** The codes that a contact with these fields earns, with what else the file says; example domains are no matter. */
const codesOf = (fields: Fields, more = '', options: ParseOptions = {}): readonly DiagnosticCode[] =>
  diagnosticsOf(textOf(fields, more), options).map(({ code }) => code);

/** The same, where example domains matter. */
const strictCodesOf = (fields: Fields, more = ''): readonly DiagnosticCode[] => {
  const parsed = parsePolicy(textOf(fields, more), 'contacts.yaml');
  return (parsed.kind === 'valid' ? parsed.warnings : parsed.diagnostics).map(({ code }) => code);
};

it('has nothing to say of a contact that somebody filled in', () => {
  expect(codesOf({})).toEqual([]);
});

describe('takes for a placeholder', () => {
  it.each([
    ...['todo', 'TODO', 'TBD', 'tba', 'fixme', 'change me', 'change-me', 'changeme', 'replace me', 'replaceme'],
    ...['n/a', 'NA', 'none', 'null', 'unknown', 'placeholder', 'test', 'dummy', 'xxx', 'xxxxxx', 'first last'],
    ...[
      'first name last name',
      'First Last Name',
      'your name',

      '<name>',
      '<>',
      '-',
      '---',
      '???',
      '***',
      '...',
    ],
    ...['_', 'todo@example.com', ' todo ', 'test@'],
  ])('the name %j', (name) => {
    expect(codesOf({ name })).toContain('placeholder');
  });

  it.each([
    ...['todo list', 'a todo', 'tbc', 'changed me', 'change  me', 'nb', 'nonesuch', 'xx', 'first', 'first middle last'],
    ...['not your name', 'your', '<name', 'name>', '- name', 'name -', 'contest', 'tests', 'todo at work'],
  ])('not the name %j', (name) => {
    expect(codesOf({ name })).toEqual([]);
  });

  it.each([
    ...['todo@b.co', 'me@example.com', 'me@example.net', 'me@example.org', 'me@EXAMPLE.com', 'me@sub.example.com'],
    ...[
      'me@example',
      'me@b.example',
      'me@b.test',
      'me@b.invalid',
      'me@localhost',
      'example.com',
      'localhost',
      ' me@example.com ',
    ],
  ])('the address %j', (email) => {
    expect(strictCodesOf({ email })).toContain('placeholder');
  });

  it.each([
    ...['me@b.co', 'me@myexample.com', 'me@example.com.co', 'me@example.co', 'me@b.contest', 'tests@b.co'],
    ...['localhost@b.co', 'example.com-desk@b.co'],
  ])('not the address %j', (email) => {
    expect(strictCodesOf({ email })).toEqual([]);
  });

  it.each(['11111', '000-0000', '+555 555 5555', '12345', '+1 234 567 890', '0123456789', '01234567890', '56789'])(
    'the phone %j',
    (phone) => {
      expect(codesOf({ phone })).toContain('placeholder');
    },
  );

  it.each(['+1111', '+1234', '+11112', '+21111', '+111112', '+123457', '+13579', '+98765', '+1 555 0100'])(
    'not the phone %j',
    (phone) => {
      expect(codesOf({ phone })).toEqual([]);
    },
  );

  it('not digits in anything but a phone, nor an example domain in anything but an address', () => {
    expect(codesOf({ name: '11111', title: 'example.com' })).toEqual([]);
  });

  it('not an example domain that the policy allows, but any that it does not', () => {
    const lint = (domain: string) => `lint: { allowedEmailDomains: [${domain}] }`;
    expect(strictCodesOf({ email: 'me@example.com' }, lint('example.com'))).toEqual([]);
    expect(strictCodesOf({ email: 'me@example.com' }, lint('example.org'))).toEqual(['email-domain', 'placeholder']);
    expect(strictCodesOf({ email: 'todo@example.com' }, lint('example.com'))).toEqual(['placeholder']);
  });

  it('each field by itself', () => {
    expect(strictCodesOf({ name: 'todo', title: 'tbd', email: 'me@example.com', phone: '12345' })).toEqual([
      'placeholder',
      'placeholder',
      'placeholder',
      'phone-country',
      'placeholder',
    ]);
  });
});

describe('takes for the address of one person', () => {
  it.each([
    ...[
      'mary.major@example.com',
      'MARY.MAJOR@example.com',
      ' mary.major@example.com ',
      'jo.li@example.com',
      'mary.unit@example.com',
    ],
    ...['mary.itself@example.com', 'security@gmail.com', 'desk@protonmail.com', 'desk@web.de', 'desk@GMAIL.com'],
  ])('%j', (email) => {
    expect(codesOf({ email })).toEqual(['personal-address']);
  });

  it.each([
    ...[
      'mary@example.com',
      'm.major@example.com',
      'mary.m@example.com',
      'mary.major2@example.com',
      '2mary.major@example.com',
    ],
    ...[
      'mary.ann.major@example.com',
      'mary-major@example.com',
      'mary.security@example.com',
      'security.mary@example.com',
    ],
    ...['pay.account@example.com', 'pay.accounts@example.com', 'pay.admin@example.com', 'pay.admins@example.com'],
    ...['pay.alert@example.com', 'pay.alerts@example.com', 'pay.contact@example.com', 'pay.contacts@example.com'],
    ...['pay.incident@example.com', 'pay.incidents@example.com', 'pay.invoice@example.com', 'pay.invoices@example.com'],
    ...[
      'pay.system@example.com',
      'pay.systems@example.com',
      'it.desk@example.com',
      'desk@gmail.example.com',
      'gmail@example.com',
    ],
  ])('not %j', (email) => {
    expect(codesOf({ email })).toEqual([]);
  });
});

describe('misses the country code of', () => {
  it.each(['555 0100', '(555) 0100', '001 555 0100', '1+555 0100'])('%j', (phone) => {
    expect(codesOf({ phone })).toEqual(['phone-country']);
  });

  it.each(['+1 555 0100', '(+1) 555 0100'])('not %j', (phone) => {
    expect(codesOf({ phone })).toEqual([]);
  });

  it('nothing that has blanks before it, is all blanks or would be refused anyway', () => {
    expect(codesOf({ phone: '  +1 555 0100' })).toEqual(['outer-blanks']);
    expect(codesOf({ phone: ' ' })).toEqual(['blank-value']);
    expect(codesOf({ phone: '555 0100 ext. 5' })).toEqual(['value-refused']);
    expect(codesOf({ phone: '${tag.phone}' })).toEqual([]);
  });
});

describe('blanks', () => {
  it.each(['name', 'title', 'phone'] as const)('around a %s are told', (field) => {
    const text = field === 'phone' ? '+1 555 0100' : 'Desk';
    expect(codesOf({ [field]: ` ${text}` })).toEqual(['outer-blanks']);
    expect(codesOf({ [field]: `${text} ` })).toEqual(['outer-blanks']);
  });

  it('around an address do not matter, as AWS removes them', () => {
    expect(codesOf({ email: ' desk@example.com ' })).toEqual([]);
  });

  it('inside a text are part of it', () => {
    expect(codesOf({ name: 'The  Desk' })).toEqual([]);
  });
});

describe('allowed domains', () => {
  const lint = (...domains: readonly string[]) => `lint: { allowedEmailDomains: ${JSON.stringify(domains)} }`;

  it.each([
    ['example.com', 'desk@example.com'],
    ['example.com', 'desk@EXAMPLE.com'],
    ['EXAMPLE.com', ' desk@example.com '],
    ['*.example.com', 'desk@pay.example.com'],
    ['*.example.com', 'desk@eu.pay.example.com'],
    ['example.com', '${tag.team}@example.com'],
    ['example.com', 'desk@${tag.team}.org'],
    ['example.com', '"other@example.net"@example.com'],
  ])('%s have %j', (domain, email) => {
    expect(codesOf({ email }, lint('example.net', domain))).not.toContain('email-domain');
  });

  it.each([
    ['example.com', 'desk@pay.example.com'],
    ['*.example.com', 'desk@example.com'],
    ['*.example.com', 'desk@payexample.com'],
    ['example.com', 'desk@example.com.co'],
    ['example.com', '${tag.team}@example.net'],
    ['example.com', '${tag.team}-desk@example.net'],
    ['example.com', '${tag.team}-${tag.stage}@example.net'],
  ])('%s do not have %j', (domain, email) => {
    expect(codesOf({ email }, lint(domain))).toContain('email-domain');
  });

  it('are all of them where the policy does not say', () => {
    expect(codesOf({ email: 'desk@example.com' }, 'lint: {}')).toEqual([]);
  });

  it('have nothing to say of an address that has no domain of its own', () => {
    expect(codesOf({ email: '${tag.address}' }, lint('example.com'))).toEqual([]);
    expect(codesOf({ email: 'desk' }, lint('example.com'))).toEqual(['value-refused']);
  });
});

describe('the address of the root user', () => {
  it('is told where it stands alone', () => {
    expect(codesOf({ email: '${account.email}' })).toEqual(['root-address']);
  });

  it.each(['x${account.email}', '${account.email}x', '${account.id}@example.com', '${account.name}', '${tag.email}'])(
    'is not %s',
    (email) => {
      expect(codesOf({ email })).toEqual([]);
    },
  );
});

describe('a review', () => {
  const now = Date.UTC(2026, 10, 25, 12);
  const every = 'lint: { reviewEvery: 30d }';
  const said = (reviewed: string, more = every) => codesOf({ reviewed }, more, { now });

  it('is good for as many days as the policy says', () => {
    expect(said('2026-10-26')).toEqual([]);
    expect(said('2026-10-25')).toEqual(['review-overdue']);
    expect(said('2016-10-25', '')).toEqual([]);
  });

  it('may be of tomorrow, where it is tomorrow already, and not of the day after', () => {
    expect(said('2026-11-26')).toEqual([]);
    expect(said('2026-11-27')).toEqual(['review-in-future']);
    expect(said('2026-11-27', '')).toEqual(['review-in-future']);
  });

  it('is not judged by who does not know what day it is', () => {
    expect(codesOf({ reviewed: '2016-10-25' }, every)).toEqual([]);
    expect(codesOf({ reviewed: '2066-10-25' }, every)).toEqual([]);
  });

  it('is missing where the policy asks for one, whoever knows the day', () => {
    expect(codesOf({}, every)).toEqual(['review-overdue']);
    expect(codesOf({}, '', { now })).toEqual([]);
  });

  it('is told at its date, and one that is missing at the key of the contact', () => {
    const dated = textOf({ reviewed: '2016-10-25' }, every);
    const column = (dated.split('\n')[2] ?? '').indexOf('"2016-10-25"') + 1;
    expect(saidOf(dated, { now })).toEqual([`review-overdue 3:${column}`]);
    const own = '{ name: P, title: T, email: desk@example.com, phone: "+5" }';
    const text = textOf({ reviewed: '2026-11-01' }, every).replace('security: desk', `security: desk, billing: ${own}`);
    expect(saidOf(text, { now })).toEqual(['review-overdue 5:35']);
  });

  it('of no day is told as that alone', () => {
    for (const text of ['soon', '2025-02-29', '2026-00-10', '']) expect(said(text)).toEqual(['bad-date']);
    const number = textOf({ reviewed: '2026-11-01' }, every).replace('"2026-11-01"', '2026');
    expect(diagnosticsOf(number, { now }).map(({ code }) => code)).toEqual(['wrong-type']);
  });
});
