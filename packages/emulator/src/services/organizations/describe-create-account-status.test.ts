import { describe, expect, it } from 'vitest';
import { management, misshapen, refusal, required } from './organizations.builder.ts';

describe('DescribeCreateAccountStatus', () => {
  it('shows a creation as CreateAccount began it', async () => {
    const client = management();
    const { body } = await client.call('CreateAccount', { Email: 'aws+new@example.com', AccountName: 'new' });
    const { Id } = body['CreateAccountStatus'] as { Id: string };
    expect(await client.call('DescribeCreateAccountStatus', { CreateAccountRequestId: Id })).toMatchObject({
      status: 200,
      body,
    });
  });

  it('does not know a request that nobody made', async () => {
    const reply = await management().call('DescribeCreateAccountStatus', { CreateAccountRequestId: 'car-12345678' });
    expect(reply).toMatchObject(
      refusal(
        'CreateAccountStatusNotFoundException',
        "You specified a create account status request that doesn't exist.",
      ),
    );
  });

  it('needs the id of a request', async () => {
    expect(await management().call('DescribeCreateAccountStatus')).toMatchObject(required('CREATE_ACCOUNT_REQUEST_ID'));
    for (const id of ['car-1', 'x', 'CAR-12345678'])
      expect(await management().call('DescribeCreateAccountStatus', { CreateAccountRequestId: id })).toMatchObject(
        misshapen('CREATE_ACCOUNT_REQUEST_ID'),
      );
  });
});
