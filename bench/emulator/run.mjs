// The emulator beside an empty node:http handler and, where it is there, moto_server. Quotas off, 10,000 accounts, this process the client.
// Rates are the best of several rounds in which the servers take turns: noise only ever takes away. Medians are printed beside them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { medianOf, report } from '../report.mjs';
import { answerOf, getContact, listAccounts, listAll, putContact, takeTurns } from './measure.mjs';
import { hasMoto, serveMoto } from './moto.mjs';
import { serveEmulator, serveNothing } from './serve.mjs';

const rounds = Number(process.env.ROUNDS ?? 7);
const target = '222233334444';

const told = (values) => `best ${Math.max(...values).toFixed(0)}, median ${medianOf(values).toFixed(0)}`;
const best = (values) => Math.max(...values);

/** Starts a server, asks it once, and gives how long that took, in milliseconds. */
const firstAnswer = async (serve, request) => {
  const server = await serve();
  await answerOf(server.url, request);
  const milliseconds = performance.now() - server.startedAt;
  await server.stop();
  return milliseconds;
};

const starts = async () => {
  const times = { bare: [], small: [], large: [] };
  for (let round = 0; round < rounds; round++) {
    times.bare.push(await firstAnswer(serveNothing, listAccounts));
    times.small.push(await firstAnswer(() => serveEmulator('--accounts', '120'), listAccounts));
    times.large.push(await firstAnswer(() => serveEmulator('--accounts', '10000'), listAccounts));
  }
  const figure = (name, values, bound) => ({
    name: `start to first answer, ${name}, in ms`,
    figure: Math.min(...values),
    bound,
    detail: `least of ${rounds}; median ${medianOf(values).toFixed(0)}; an empty node:http handler ${Math.min(...times.bare).toFixed(0)} and ${medianOf(times.bare).toFixed(0)}`,
  });
  return [figure('120 accounts', times.small, 200), figure('10,000 accounts', times.large, 1000)];
};

const rates = async () => {
  const [nothing, emulator, small] = await Promise.all([
    serveNothing(),
    serveEmulator('--accounts', '10000'),
    serveEmulator('--accounts', '120'),
  ]);
  await Promise.all([emulator, small].map(({ url }) => putContact(url, target)));
  const runners = [
    ['empty', nothing.url, listAccounts],
    ['get', emulator.url, getContact(target)],
    ['list', emulator.url, listAccounts],
    ['small', small.url, getContact(target)],
  ];
  try {
    const [one, ten] = [await takeTurns(runners, 1, rounds), await takeTurns(runners, 10, rounds)];
    const all = await listAll(emulator.url);
    return [
      {
        name: 'GetAlternateContact over an empty node:http handler, 1 connection',
        figure: best(one.get('get')) / best(one.get('empty')),
        least: 0.7,
        detail: `requests per second: ${told(one.get('get'))}; empty handler ${told(one.get('empty'))}`,
      },
      {
        name: 'GetAlternateContact at 10 connections, requests per second',
        figure: best(ten.get('get')),
        least: 15_000,
        detail: `${told(ten.get('get'))}; empty handler ${told(ten.get('empty'))}`,
      },
      {
        name: 'GetAlternateContact with 10,000 accounts over that with 120, 10 connections',
        figure: best(ten.get('get')) / best(ten.get('small')),
        least: 0.8,
        detail: `with 120: ${told(ten.get('small'))}; what a call costs does not depend on the number of accounts`,
      },
      {
        name: 'ListAccounts over an empty node:http handler, 1 connection',
        figure: best(one.get('list')) / best(one.get('empty')),
        detail: `requests per second, 20 accounts each: ${told(one.get('list'))}; 10 connections ${told(ten.get('list'))}`,
      },
      {
        name: 'all of ListAccounts, in ms',
        figure: all.milliseconds,
        detail: `${all.accounts} accounts, one page after the other`,
      },
      {
        name: 'resident memory after all that, in MiB',
        figure: emulator.mebibytes(),
        bound: 150,
        detail: `an empty node:http handler ${nothing.mebibytes().toFixed(0)}`,
      },
    ];
  } finally {
    await Promise.all([nothing, emulator, small].map((server) => server.stop()));
  }
};

/** The same of moto, for people to compare; its standalone form, as it knows no delegated administrator. Making its accounts takes minutes. */
const moto = async () => {
  if (!hasMoto()) {
    console.log('     moto_server is not on the PATH: nothing is measured side by side.');
    return [];
  }
  const server = await serveMoto(10_000);
  try {
    return await figuresOf(server);
  } finally {
    await server.stop();
  }
};

const figuresOf = async ({ url, firstAnswer: started, mebibytes }) => {
  const runners = [
    ['get', url, getContact()],
    ['list', url, listAccounts],
  ];
  const [one, ten] = [await takeTurns(runners, 1, 3), await takeTurns(runners, 10, 3)];
  const all = await listAll(url);
  const rate = (name, values) => ({
    name: `moto: ${name}, requests per second`,
    figure: best(values),
    detail: told(values),
  });
  return [
    { name: 'moto: start to first answer, in ms', figure: started, detail: 'without accounts' },
    rate('GetAlternateContact, 1 connection', one.get('get')),
    rate('GetAlternateContact, 10 connections', ten.get('get')),
    rate('ListAccounts, 1 connection', one.get('list')),
    rate('ListAccounts, 10 connections', ten.get('list')),
    { name: 'moto: all of ListAccounts, in ms', figure: all.milliseconds, detail: `${all.accounts} accounts` },
    { name: 'moto: resident memory, in MiB', figure: mebibytes(), detail: 'after all that' },
  ];
};

/** A world of 50,000 accounts from a file, and from a folder that it lives in: whole processes, from start to first answer. */
const loads = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orgcontacts-bench-'));
  try {
    const file = join(folder, 'world.json');
    const maker = await serveEmulator('--accounts', '50000');
    writeFileSync(file, await (await fetch(`${maker.url}/_emulator/world`)).text());
    await maker.stop();
    const fromFile = () => serveEmulator('--world', file);
    const fromFolder = () => serveEmulator('--world', file, '--state', join(folder, 'state'));
    await firstAnswer(fromFolder, listAccounts);
    const times = { file: [], folder: [] };
    for (let round = 0; round < 3; round++) {
      times.file.push(await firstAnswer(fromFile, listAccounts));
      times.folder.push(await firstAnswer(() => serveEmulator('--state', join(folder, 'state')), listAccounts));
    }
    return [
      ['from a snapshot file', times.file],
      ['from the folder that they live in', times.folder],
    ].map(([name, values]) => ({
      name: `50,000 accounts ${name}, start to first answer, in ms`,
      figure: Math.min(...values),
      bound: 3000,
      detail: `least of 3; median ${medianOf(values).toFixed(0)}`,
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

// `npm run bench:emulator -- rates` runs that part alone.
const parts = { starts, rates, loads, moto };
const wanted = process.argv.slice(2);
await report(
  Object.keys(parts)
    .filter((name) => wanted.length === 0 || wanted.includes(name))
    .map((name) => parts[name]),
);
