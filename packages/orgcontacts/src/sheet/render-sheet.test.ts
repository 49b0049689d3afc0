import { expect, it } from 'vitest';
import { parseAccountId } from '../contact/account-id.ts';
import { renderSheet, type SheetLine } from './render-sheet.ts';

const line = (overrides: Partial<SheetLine> = {}): SheetLine => ({
  accountId: parseAccountId('000011112222')!,
  accountName: 'payments',
  unit: 'Workloads/Prod',
  state: 'ACTIVE',
  type: 'SECURITY',
  status: 'set',
  contact: { name: 'Mary Major', title: 'Security', email: 'mary@example.com', phone: '+1 555 0100' },
  ...overrides,
});

const header = 'account,account_name,unit,state,type,status,name,title,email,phone';

it('guards account ids and phones, and begins with a byte order mark, so that Excel shows what is there', () => {
  expect(renderSheet([line()], { plain: false })).toBe(
    `\uFEFF${header}\r\n'000011112222,payments,Workloads/Prod,ACTIVE,SECURITY,set,Mary Major,Security,mary@example.com,'+1 555 0100\r\n`,
  );
});

it('does without all that for programs', () => {
  expect(renderSheet([line()], { plain: true })).toBe(
    `${header}\n000011112222,payments,Workloads/Prod,ACTIVE,SECURITY,set,Mary Major,Security,mary@example.com,+1 555 0100\n`,
  );
});

it('leaves the cells of a contact blank that is not there', () => {
  const text = renderSheet([line({ status: 'not set', contact: null })], { plain: true });
  expect(text).toMatch(/,not set,,,,\n$/);
});

it('quotes what RFC 4180 wants quoted', () => {
  const text = renderSheet([line({ accountName: 'a, b', unit: 'say "x"', state: 'a\nb', status: 'a\rb' })], {
    plain: true,
  });
  expect(text).toContain('000011112222,"a, b","say ""x""","a\nb",SECURITY,"a\rb",');
});

it('renders a header for no lines', () => {
  expect(renderSheet([], { plain: false })).toBe(`\uFEFF${header}\r\n`);
  expect(renderSheet([], { plain: true })).toBe(`${header}\n`);
});
