import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { decodeSource } from '../files/sourceText';

/** A bundle that was loaded. */
export interface LoadedBundle {
  readonly exports: unknown;
  /** Keeps the compiled code for the next time, with all functions that ran until now; does nothing where it is kept already. Never throws. */
  readonly keep: () => void;
}

/** What modules are given, in this order. */
const prefix = '(function (exports, require, module, __filename, __dirname) {';

/** Names of files of ours; whatever else is in the folder is left alone. */
const ownName = /^(?:[\w-]+\.[\da-f]{32}\.code|[\da-f]{16}\.tmp)$/;
/** Compiled code is made anew after this long, so that what nobody uses any more goes. Milliseconds. */
const mostAge = 30 * 24 * 60 * 60 * 1000;

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
  const cachedData = kept?.load();
  const script = new Script(`${prefix}${decodeSource(bytes)?.text ?? ''}\n})`, {
    filename: file,
    columnOffset: -prefix.length,
    ...(cachedData && { cachedData }),
  });
  // V8 only says so of data that it was given.
  let isKept = script.cachedDataRejected === false;
  const module = { exports: {} };
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
  run.call(module.exports, module.exports, createRequire(file), module, file, dirname(file));
  return {
    exports: module.exports,
    keep: () => {
      if (isKept) return;
      isKept = true;
      kept?.save(() => script.createCachedData());
    },
  };
}

/** The compiled code of one text. */
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

  /** V8 trusts its data: that they are whole is for us to see. */
  load(): Buffer | undefined {
    try {
      const bytes = readFileSync(this.#file);
      const data = bytes.subarray(digestBytes);
      return digest(data).equals(bytes.subarray(0, digestBytes)) ? data : undefined;
    } catch {
      return undefined;
    }
  }

  save(make: () => Buffer): void {
    const temporary = join(this.#folder, `${randomBytes(8).toString('hex')}.tmp`);
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const data = make();
      writeFileSync(temporary, Buffer.concat([digest(data), data]), { mode: 0o600 });
      renameSync(temporary, this.#file);
      tidy(this.#folder);
    } catch {
      removeIfThere(temporary);
    }
  }
}

const digestBytes = 20;

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
