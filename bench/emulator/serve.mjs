import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const emulator = fileURLToPath(new URL('../../packages/emulator/bin/orgcontacts-emulator.js', import.meta.url));
const emptyHandler = fileURLToPath(new URL('empty-handler.mjs', import.meta.url));

/** Starts a server that says where it listens, in a process of its own. */
const serve = async (command, args) => {
  const startedAt = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise((resolve, reject) => {
    child.once('error', reject);
    ended.then((code) => reject(new Error(`${command} ${args.join(' ')} ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, found] = /^listening on (http:\S+)/.exec(line) ?? [];
      if (found) resolve(found);
    });
  });
  const stop = () => {
    child.kill();
    return ended;
  };
  return { url, startedAt, mebibytes: () => residentMemory(child.pid), stop };
};

export const serveEmulator = (...args) =>
  serve(process.execPath, [emulator, '--port', '0', '--quotas', 'off', ...args]);

export const serveNothing = () => serve(process.execPath, [emptyHandler]);

/** Resident memory of a process, in MiB, as the system counts it. */
export const residentMemory = (pid) =>
  Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1024;
