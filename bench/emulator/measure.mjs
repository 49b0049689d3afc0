import { accountCall, contact, organizationsCall } from './calls.mjs';
import { connect, requestsPerSecond, requestText } from './load.mjs';

const slice = 700;

export const getContact = (AccountId) =>
  accountCall('GetAlternateContact', { AlternateContactType: 'SECURITY', ...(AccountId && { AccountId }) });

export const listAccounts = organizationsCall('ListAccounts');

/** Asks once on a new connection; gives the body of the answer. */
export const answerOf = async (url, request) => {
  const { send, end } = await connect(url);
  const { status, body } = await send(requestText(url, request));
  end();
  if (status !== 200) throw new Error(`${url} answered ${status}: ${body}`);
  return body;
};

export const putContact = (url, AccountId) =>
  answerOf(url, accountCall('PutAlternateContact', { ...contact, AlternateContactType: 'SECURITY', AccountId }));

/** Milliseconds for all pages of ListAccounts, and how many accounts they held. */
export const listAll = async (url) => {
  const { send, end } = await connect(url);
  const startedAt = performance.now();
  let accounts = 0;
  let token;
  do {
    const { body } = await send(requestText(url, organizationsCall('ListAccounts', token ? { NextToken: token } : {})));
    const page = JSON.parse(body);
    accounts += page.Accounts.length;
    token = page.NextToken;
  } while (token);
  end();
  return { milliseconds: performance.now() - startedAt, accounts };
};

/**
 * Requests per second of each of some servers, which take turns so that they meet the same noise: for each the rates of all rounds.
 * Runners are [name, url, request].
 */
export const takeTurns = async (runners, connections, rounds) => {
  const rates = new Map(runners.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, url, request] of runners)
      rates.get(name).push(await requestsPerSecond(url, request, connections, slice));
  return rates;
};
