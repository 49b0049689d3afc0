import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLine } from './io.builder.ts';

let policy: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgcontacts-iam-'));
  policy = join(folder, 'contacts.yaml');
  await writeFile(policy, 'version: 1\ncontacts: {}\nassignments: [{ match: all, billing: absent }]\n');
});
afterAll(() => rm(folder, { recursive: true }));

const organization = ['--account', '111122223333', '--organization', 'o-exampleorgid'];
const delegated = [...organization, '--caller', '222233334444'];

/** What the command prints without asking AWS. */
const print = async (...argv: readonly string[]) => {
  const ended = await runLine(['iam', ...argv]);
  const document = ended.out === '' ? null : JSON.parse(ended.out);
  return { ...ended, document, text: JSON.stringify(document) };
};

describe('the policy of an identity, without asking AWS', () => {
  it('is for the management account unless another caller is named, and the delegated administrator otherwise', async () => {
    const management = await print('--policy', policy, ...organization);
    expect(management.text).toContain('"arn:aws:account::111122223333:account"');
    const other = await print('--policy', policy, ...delegated);
    expect(other.text).not.toContain(':account"');
    expect(other.text).toContain('ListDelegatedAdministrators');
    expect(other.err).toContain('The contacts of the management account 111122223333 are out of its reach.');
  });

  it('goes alone to standard output, with why each action is there beside it', async () => {
    const { err, document } = await print('--policy', policy, ...organization);
    expect(Object.keys(document)).toEqual(['Version', 'Statement']);
    expect(err).toMatch(/^ {2}account:DeleteAlternateContact +to delete what is to be absent/m);
  });

  it('leaves out what only an undo needs, and what is written, when told to', async () => {
    expect((await print('--policy', policy, ...organization)).text).toContain('PutAlternateContact');
    expect((await print('--policy', policy, '--no-undo', ...organization)).text).not.toContain('PutAlternateContact');
    expect((await print('--policy', policy, '--for', 'plan', ...organization)).text).not.toMatch(/Put|DeleteAlternate/);
  });

  it('lets every policy of China walk the units, and speaks of that partition', async () => {
    const { text } = await print('--policy', policy, '--partition', 'aws-cn', ...organization);
    expect(text).toContain('ListAccountsForParent');
    expect(text).not.toContain('arn:aws:');
  });

  it('assumes the role of the management account that is named', async () => {
    const role = 'arn:aws:iam::111122223333:role/ContactsInManagement';
    const { document } = await print('--policy', policy, '--management-role-arn', role, ...delegated);
    expect(document.Statement.at(-1)).toMatchObject({ Action: ['sts:AssumeRole'], Resource: [role] });
  });

  it('is the widest where there is no policy file, and says so; one that is named has to be there', async () => {
    const { text, err } = await print(...organization);
    expect(err).toContain('There is no contacts.yaml: the widest policy is printed.');
    for (const action of ['ListTagsForResource', 'ListRoots', 'ListAccountsForParent']) expect(text).toContain(action);
    expect(await print('--policy', join(folder, 'none.yaml'), ...organization)).toMatchObject({ status: 1, out: '' });
  });

  it('sets up only from the management account', async () => {
    expect((await print('--for', 'setup', ...organization)).text).toContain('EnableAWSServiceAccess');
    const { status, err } = await print('--for', 'setup', ...delegated);
    expect(status).toBe(1);
    expect(err).toContain('Only the management account may set this up, and this is 222233334444.');
  });
});

it('prints the service control policy and the trust policy without asking AWS anything', async () => {
  const scp = await print('--scp', 'OrgContacts, BreakGlass');
  expect(scp.document.Statement[0].Condition.ArnNotLike['aws:PrincipalArn']).toHaveLength(2);
  expect(scp.err).toContain('it never touches the management account');
  expect(scp.err).toContain('whoever may create a role in a member can pass');
  const pinned = await print('--scp', 'OrgContacts', '--caller', '222233334444');
  expect(pinned.text).toContain('arn:aws:iam::222233334444:role/OrgContacts');
  expect(pinned.err).not.toContain('can pass');
  const trust = await print('--trust', 'arn:aws:iam::111122223333:role/ci', '--external-id', 'an-id', '--json');
  expect(trust.document).toMatchObject({ kind: 'iam', purpose: 'trust', document: { Version: '2012-10-17' } });
});

it.each([
  [['--scp', 'a b'], 'Expected names of roles'],
  [['--trust', 'somebody'], 'Expected an account id, or the ARN'],
  [['--trust', 'arn:aws:iam::111122223333:role/*'], 'wildcards do not work there'],
  [['--trust', '111122223333', '--external-id', 'a b'], 'Expected 2 to 1224'],
  [['--for', 'everything'], 'Allowed choices are plan, apply, setup'],
  [['--partition', 'aws-us-gov'], 'Allowed choices are aws, aws-cn'],
  [['--scp', 'A', '--trust', '111122223333'], 'cannot be used with'],
  [['--account', '1111'], 'An account id has twelve digits.'],
  [['--organization', 'example'], 'as o-exampleorgid'],
  [['--caller', '222233334444'], 'both the management account and the organization have to be named'],
])('tells the slip in %j', async (argv, text) => {
  const ended = await runLine(['iam', ...argv]);
  expect(ended).toMatchObject({ status: 1, out: '' });
  expect(ended.err).toContain(text);
});
