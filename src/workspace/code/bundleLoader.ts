import { createHash, randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { decodeSource } from '../files/sourceText';

/** A bundle that was loaded. */
export interface LoadedBundle {
  readonly exports: unknown;
  /**
   * Keeps the compiled code for the next time, with all functions that ran until now; does nothing where code is kept that was made after
   * nearly as much work. Never throws.
   * @param work how much the bundle has done until now, 1 or more, in whatever its user counts
   */
  readonly keep: (work: number) => void;
}

/** What modules are given, in this order. */
const prefix = '(function (exports, require, module, __filename, __dirname) {';

/** Names of files of ours; whatever else is in the folder is left alone. */
const ownName = /^(?:[\w-]+\.[\da-f]{32}\.code|[\da-f]{16}\.tmp)$/;
/** Compiled code is made anew after this long, so that what nobody uses any more goes. Milliseconds. */
const mostAge = 30 * 24 * 60 * 60 * 1000;
/** Code is kept again after this many times the work: by then more functions have run. */
const moreWork = 8;

/**
 * Loads a CommonJS bundle as `require` does, each time anew, but with V8's compiled code from the last time where there is some:
 * compiling a megabyte of source takes longer than a small scan. Code is kept for one text, one V8 and one set of options; what is
 * damaged counts as none, as does a folder that can't be read or written.
 * @param file absolute path of the bundle
 * @param folder absolute folder that holds nothing else, made when needed; nothing is kept when undefined
 */
export function loadBundle(file: string, folder: string | undefined): LoadedBundle {
  const bytes = readFileSync(file);
  const kept = folder === undefined ? undefined : new KeptCode(folder, file, bytes);
  const found = kept?.load();
  const script = new Script(`${prefix}${decodeSource(bytes)?.text ?? ''}\n})`, {
    filename: file,
    columnOffset: -prefix.length,
    ...(found && { cachedData: found.code }),
  });
  // V8 only says so of data that it was given.
  if (script.cachedDataRejected === true) kept?.discard();
  let workOfKept = script.cachedDataRejected === false ? (found?.work ?? 0) : 0;
  const module = { exports: {} };
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
  run.call(module.exports, module.exports, createRequire(file), module, file, dirname(file));
  return {
    exports: module.exports,
    keep: (work) => {
      if (work < workOfKept * moreWork) return;
      // Another thread may have kept it meanwhile.
      workOfKept = Math.max(workOfKept, kept?.work() ?? 0);
      if (work < workOfKept * moreWork) return;
      workOfKept = work;
      kept?.save(work, () => script.createCachedData());
    },
  };
}

/** Compiled code, and the work that had been done with it when it was kept. */
interface Compiled {
  readonly code: Buffer;
  readonly work: number;
}

/** The file with the compiled code of one text: a digest of what follows, the work in four bytes, the code. */
class KeptCode {
  readonly #folder: string;
  readonly #file: string;

  constructor(folder: string, bundle: string, bytes: Buffer) {
    const { versions, arch, execArgv } = process;
    const key = createHash('sha256')
      .update(JSON.stringify([versions.v8, versions.node, arch, execArgv, bundle]))
      .update(bytes)
      .digest('hex')
      .slice(0, 32);
    this.#folder = folder;
    this.#file = join(folder, `${basename(bundle, '.js')}.${key}.code`);
  }

  /** What is kept. V8 trusts its data: that they are whole is for us to see; what is damaged goes. */
  load(): Compiled | undefined {
    try {
      const bytes = readFileSync(this.#file);
      const data = bytes.subarray(digestBytes);
      if (digest(data).equals(bytes.subarray(0, digestBytes))) return { work: data.readUInt32LE(0), code: data.subarray(workBytes) };
      this.discard();
    } catch {
      // Nothing is kept, or nothing that can be read.
    }
    return undefined;
  }

  /** Removes what is kept, as it is of no use. */
  discard(): void {
    removeIfThere(this.#file);
  }

  /** The work of what is kept now, 0 where nothing is. */
  work(): number {
    const head = Buffer.alloc(digestBytes + workBytes);
    try {
      const file = openSync(this.#file, 'r');
      try {
        return readSync(file, head) === head.length ? head.readUInt32LE(digestBytes) : 0;
      } finally {
        closeSync(file);
      }
    } catch {
      return 0;
    }
  }

  save(work: number, make: () => Buffer): void {
    const temporary = join(this.#folder, `${randomBytes(8).toString('hex')}.tmp`);
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const data = Buffer.concat([Buffer.alloc(workBytes), make()]);
      data.writeUInt32LE(work);
      writeFileSync(temporary, Buffer.concat([digest(data), data]), { mode: 0o600 });
      renameSync(temporary, this.#file);
      tidy(this.#folder);
    } catch {
      removeIfThere(temporary);
    }
  }
}

const digestBytes = 20;
const workBytes = 4;

function digest(data: Buffer): Buffer {
  return createHash('sha1').update(data).digest();
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A folder that is none has nothing in it.
  }
}

/** Removes what was written long ago. */
function tidy(folder: string): void {
  const oldest = Date.now() - mostAge;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (ownName.test(name) && statSync(file).mtimeMs < oldest) rmSync(file, { force: true });
  }
}
