import { statSync } from 'node:fs';

/** The largest package that is published, in bytes. */
const limit = 3_000_000;

const file = process.argv[2] ?? 'openward.vsix';
const { size } = statSync(file);
console.log(`${file}: ${(size / 1e6).toFixed(2)} MB`);
if (size > limit) {
  console.error(`${file} is larger than ${limit / 1e6} MB. Was it built while watching?`);
  process.exitCode = 1;
}
