import { expect, it } from 'vitest';
import { runLine } from './io.builder.ts';

it('prints the service control policy and the trust policy without asking AWS anything', async () => {
  const scp = await runLine(['iam', '--scp', 'OrgContacts, BreakGlass']);
  expect(scp).toMatchObject({ status: 0 });
  expect(JSON.parse(scp.out).Statement[0].Condition.ArnNotLike['aws:PrincipalArn']).toHaveLength(2);
  expect(scp.err).toContain('it never touches the management account');
  const trust = await runLine(['iam', '--trust', 'arn:aws:iam::111122223333:role/ci', '--external-id', 'x', '--json']);
  expect(JSON.parse(trust.out)).toMatchObject({ kind: 'iam', purpose: 'trust', document: { Version: '2012-10-17' } });
});

it.each([
  [['iam', '--scp', 'a b'], 'Expected names of roles'],
  [['iam', '--trust', 'somebody'], 'Expected an account id, or the ARN'],
  [['iam', '--for', 'everything'], 'Allowed choices are plan, apply, setup'],
  [['iam', '--scp', 'A', '--trust', '111122223333'], 'cannot be used with'],
])('tells the slip in %j', async (argv, text) => {
  const ended = await runLine(argv);
  expect(ended).toMatchObject({ status: 1, out: '' });
  expect(ended.err).toContain(text);
});
