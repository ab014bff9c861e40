import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './fileState';
import { keptScanEnding } from './keptScan';
import { decode, encode, type Snapshot } from './snapshot';

/** Where results are kept and whose they are. */
export interface CacheOptions {
  /** Absolute folder that holds nothing else; made when needed. */
  readonly folder: string;
  /** Names the engine and its catalog: results of another version are not used. */
  readonly version: string;
}

/** Changes when the way results are kept does. */
const format = 6;
/** Caches of trees that nobody scanned for this long are removed. Milliseconds. */
const mostAge = 30 * 24 * 60 * 60 * 1000;
/** The oldest are removed beyond this. Bytes. */
const mostBytes = 256 * 1024 * 1024;
/** One tree's results are not kept when they take more. Bytes. */
const mostSnapshotBytes = 64 * 1024 * 1024;
/** A cache that was used counts as used on that day; its time is not set at each use. Milliseconds. */
const day = 24 * 60 * 60 * 1000;

/** Names of files of ours; whatever else is in the folder is left alone. */
const ownName = new RegExp(`^(?:[\\da-f]{32}\\${keptScanEnding}|[\\da-f]{16}\\.tmp)$`);

/** Keeps the results of scans of the same roots under the same settings. Every failure only means that nothing is kept. */
export class SnapshotStore {
  readonly #folder: string;
  readonly #file: string;
  readonly #key: string;

  constructor({ folder, version }: CacheOptions, roots: readonly string[], maxFileBytes: number) {
    const name = createHash('sha256')
      .update([...roots].sort().join('\0'))
      .digest('hex')
      .slice(0, 32);
    this.#folder = folder;
    this.#file = join(folder, `${name}${keptScanEnding}`);
    this.#key = JSON.stringify({ format, version, maxFileBytes });
  }

  /** What was kept, undefined when there is nothing, it is damaged, or it was made under other settings or by another version. */
  load(): Snapshot | undefined {
    try {
      const bytes = readFileSync(this.#file);
      const end = bytes.indexOf(10);
      const body = bytes.subarray(end + 1);
      if (end < 0 || bytes.toString('utf8', 0, end) !== this.#head(body)) return undefined;
      this.#use();
      return decode(body.toString('latin1'));
    } catch {
      return undefined;
    }
  }

  /** Keeps a snapshot in place of what was there: whole or not at all, also when several write at once. */
  save(snapshot: Snapshot): void {
    const temporary = join(this.#folder, `${randomBytes(8).toString('hex')}.tmp`);
    try {
      const body = Buffer.from(encode(snapshot), 'latin1');
      if (body.length > mostSnapshotBytes) {
        rmSync(this.#file, { force: true });
        return;
      }
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeFileSync(temporary, Buffer.concat([Buffer.from(`${this.#head(body)}\n`), body]), { mode: 0o600 });
      renameSync(temporary, this.#file);
      tidy(this.#folder);
    } catch {
      rmSync(temporary, { force: true });
    }
  }

  /** The first line of a file: whose it is, and what tells whether the rest is whole. */
  #head(body: Buffer): string {
    return `${this.#key} ${contentHash(body)}`;
  }

  #use(): void {
    const now = Date.now();
    if (now - statSync(this.#file).mtimeMs > day) utimesSync(this.#file, now / 1000, now / 1000);
  }
}

/** Removes what is old or too much, the oldest first. */
function tidy(folder: string): void {
  const kept = readdirSync(folder)
    .filter((name) => ownName.test(name))
    .map((name) => {
      const file = join(folder, name);
      const { mtimeMs, size } = statSync(file);
      return { file, used: mtimeMs, size, isTemporary: name.endsWith('.tmp') };
    })
    .sort((a, b) => b.used - a.used);
  const now = Date.now();
  let bytes = 0;
  for (const { file, used, size, isTemporary } of kept) {
    bytes += size;
    // A writer that died left its temporary file; one that lives needs it for seconds.
    const isOld = now - used > (isTemporary ? day : mostAge);
    if (isOld || bytes > mostBytes) rmSync(file, { force: true });
  }
}
