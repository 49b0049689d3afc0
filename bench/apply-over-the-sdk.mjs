import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startEmulator } from './emulator-process.mjs';

const script = fileURLToPath(new URL('sdk-apply-process.mjs', import.meta.url));
const accounts = 10_000;
/** As for the run on the virtual clock. */
const heap = 128;

const measure = (...args) =>
  new Promise((resolve, reject) => {
    const flags = [`--max-old-space-size=${heap}`, script, ...args];
    const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
    let told = '';
    child.stdout.on('data', (text) => {
      told += text;
    });
    child.once('close', (code) => (code === 0 ? resolve(JSON.parse(told)) : reject(new Error(`ended with ${code}`))));
  });

const microseconds = ({ cpu, calls }) => (cpu / calls) * 1e6;

/** 10,000 accounts over the AWS SDK and HTTP, with the journal on disk: memory, and CPU per call beside that of the bare SDK. */
export const applyOverTheSdk = async () => {
  const emulator = await startEmulator('--accounts', String(accounts), '--quotas', 'off');
  try {
    const ours = await measure('apply', emulator.url);
    const bare = await measure('bare', emulator.url, String(ours.calls));
    const what = `${accounts} accounts, one contact type, over the SDK`;
    return [
      {
        name: `${what}: peak memory in MiB`,
        figure: ours.megabytes,
        bound: 200,
        detail: `with a heap of ${heap} MB; the bare SDK ${bare.megabytes.toFixed(0)} MiB`,
      },
      {
        name: `${what}: CPU of a call over that of a bare SDK call`,
        figure: microseconds(ours) / microseconds(bare),
        detail: `${microseconds(ours).toFixed(0)} µs and ${microseconds(bare).toFixed(0)} µs, ${ours.calls} calls each; ours with plan order, journal and fsync`,
      },
    ];
  } finally {
    await emulator.stop();
  }
};
