/**
 * One writer of contacts: takes commands from its standard input, one JSON a line, and carries out one after the other, trying each again
 * until it is acknowledged. Says what became of each, with every try, on its standard output.
 */
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const [url, caller] = process.argv.slice(2);

const headers = {
  authorization: `AWS4-HMAC-SHA256 Credential=${caller}/20261124/us-east-1/account/aws4_request, SignedHeaders=host, Signature=00`,
  'content-type': 'application/json',
};

const operations = { put: 'PutAlternateContact', delete: 'DeleteAlternateContact', get: 'GetAlternateContact' };

/** A call that never ends would end the test by its patience, and say nothing of why. */
const mostTries = 1000;

/** Status 0 is an answer that was lost, or never sent. */
const call = async (operation, input) => {
  try {
    const path = operation.charAt(0).toLowerCase() + operation.slice(1);
    const answered = await fetch(`${url}/${path}`, { method: 'POST', headers, body: JSON.stringify(input) });
    return { status: answered.status, body: await answered.json() };
  } catch {
    return { status: 0, body: {} };
  }
};

/** A contact that is not there is an answer to a read or a delete; everything else but success may pass. */
const isDone = (kind, status) => status === 200 || (status === 404 && kind !== 'put');

const carryOut = async ({ kind, account, type, contact }) => {
  const operation = operations[kind];
  const input = { AccountId: account, AlternateContactType: type, ...contact };
  const tries = [];
  while (tries.length < mostTries) {
    const { status, body } = await call(operation, input);
    tries.push({ operation, account, type, name: contact?.Name, status, read: body.AlternateContact?.Name });
    if (isDone(kind, status)) return tries;
    await sleep(Math.min(tries.length, 5));
  }
  throw new Error(`${operation} of ${account} was tried ${mostTries} times.`);
};

for await (const line of createInterface({ input: process.stdin })) {
  const { id, ...command } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ id, tries: await carryOut(command) })}\n`);
}
