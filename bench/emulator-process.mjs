import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../packages/emulator/bin/orgcontacts-emulator.js', import.meta.url));

/** Starts an emulator in a process of its own, so that its work is not counted as ours. */
export const startEmulator = async (...args) => {
  const child = spawn(process.execPath, [bin, '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the emulator ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, found] = /^listening on (http:\S+)/.exec(line) ?? [];
      if (found) resolve(found);
    });
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.removeAllListeners('exit');
    child.once('exit', () => {});
    child.kill();
    await Promise.race([ended, new Promise((resolve) => child.once('close', resolve))]);
  };
  return { url, stop };
};
