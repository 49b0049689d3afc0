import { expect, it } from 'vitest';
import { forecast } from './forecast.ts';
import { quotaTables } from './quota-table.ts';

const aws = quotaTables['aws'] ?? {};

it('is (calls - burst) / rate of the slowest operation, since operations have buckets of their own', () => {
  const calls = { 'account:GetAlternateContact': 200, 'account:PutAlternateContact': 100 };
  expect(forecast(calls, aws)).toBe(18_500);
  expect(forecast({ ...calls, 'account:DeleteAlternateContact': 36 }, aws)).toBe(30_000);
});

it('is nothing for calls that full buckets let out at once', () => {
  expect(forecast({ 'account:GetAlternateContact': 15, 'account:PutAlternateContact': 8 }, aws)).toBe(0);
});

it('counts operations without a quota as free, and no calls as no time', () => {
  expect(forecast({ 'sts:GetCallerIdentity': 1_000 }, aws)).toBe(0);
  expect(forecast({}, aws)).toBe(0);
});

it('says about five minutes for reading 1,000 accounts of three types, as the documented quotas make it', () => {
  expect(forecast({ 'account:GetAlternateContact': 3_000 }, aws)).toBe(298_500);
});
