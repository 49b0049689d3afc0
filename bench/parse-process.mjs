// Parses a file once, in a fresh process, as a command does: with YAML alone, or to a policy. Prints the milliseconds.
import { readFileSync } from 'node:fs';

const [how, file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const { parseDocument } = await import('yaml');
const { parsePolicy } = await import('orgcontacts');
const startedAt = performance.now();
const ok = how === 'yaml' ? parseDocument(text).errors.length === 0 : parsePolicy(text, file).kind === 'valid';
const spent = performance.now() - startedAt;
if (!ok) throw new Error(`${file} was expected to be valid`);
console.log(spent);
