import { describe, expect, it } from 'vitest';
import { readVariables } from './aws-ground.ts';

const management = { PARITY_MANAGEMENT_PROFILE: 'management' };

describe('the variables of a run against AWS', () => {
  it('say for whom there are credentials, and what may be written to', () => {
    const env = { ...management, PARITY_MEMBER_PROFILE: 'member', PARITY_WRITE_ACCOUNTS: '444455556666, 012345678901' };
    expect(readVariables(env)).toEqual({
      known: ['management', 'member'],
      writeAccounts: ['444455556666', '012345678901'],
    });
  });

  it('allow no writing by themselves', () => {
    expect(readVariables({ ...management, PARITY_WRITE_ACCOUNTS: '' }).writeAccounts).toEqual([]);
    expect(readVariables(management).writeAccounts).toEqual([]);
  });

  it('have to name the management account', () => {
    expect(() => readVariables({ PARITY_MEMBER_PROFILE: 'member' })).toThrow('PARITY_MANAGEMENT_PROFILE has to name');
  });

  it.each(['*', '4444', '444455556666;', 'all'])('do not take %s for an account', (PARITY_WRITE_ACCOUNTS) => {
    expect(() => readVariables({ ...management, PARITY_WRITE_ACCOUNTS })).toThrow('no account id of twelve digits');
  });
});
