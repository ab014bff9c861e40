import { createRequire } from 'node:module';
import { totalmem } from 'node:os';
import type { parseSync, ParserOptions } from 'oxc-parser';
import { version } from 'oxc-parser/package.json';
import * as constants from 'oxc-parser/src-js/generated/constants.js';
import * as reader from 'oxc-parser/src-js/generated/deserialize/ts.js';

/** What the native parser finds in a text. */
export type Parsed = Pick<ReturnType<typeof parseSync>, 'program' | 'comments' | 'errors'> & {
  /** What the reader that is built in tells beside the tree (scripts/build/leanTrees.ts). */
  readonly told?: readonly object[];
};
export type NativeParse = (file: string, text: string, options: ParserOptions) => Parsed;

/** A block of memory that the native parser writes a tree into, and the views that its reader takes. */
type Block = Uint8Array & { int32: Int32Array; float64: Float64Array };

/** The native part of the package (oxc-parser 0.159.0, src-js/bindings.js), as far as the package's own reader of its memory asks it. */
interface Native {
  readonly rawTransferSupported: () => boolean;
  readonly getBufferOffset: (memory: Uint8Array) => number;
  readonly parseRawSync: (file: string, memory: Uint8Array, start: number, length: number, options: ParserOptions) => void;
}

/** What the names of packages with the native part end in, by platform; of two kinds of Linux the usual one. */
const nativeEndings: Partial<Record<NodeJS.Platform, string>> = { linux: '-gnu', darwin: '', win32: '-msvc' };

/**
 * Address space is not free everywhere: before Linux lets a process start another one, it wants to have as much memory as the process
 * has asked for. Three threads of a scan may ask.
 */
const askingThreads = 3;

/** One for all parsers of a thread: trees are read before the next text is parsed. */
let memory: SharedArrayBuffer | undefined;

/** The most bytes of UTF-8 that one UTF-16 unit can take. */
const maxBytesOfUnit = 3;

/**
 * The native parser with trees that are read from its memory, which takes less time and half the garbage of trees out of JSON. The
 * package offers that from Node 22 on, because it makes a view of gigabytes that older ones refuse; the views that are needed are
 * smaller. Null where the package has other parts, on other machines than 64-bit little-endian ones, and where the system refuses
 * the address space or has little memory. Throws for trees that are nested deeper than the stack.
 * @param load finds the package's files
 * @param read makes trees of what is in the memory
 */
export function memoryParser(load: NodeJS.Require, read: typeof reader.deserialize = reader.deserialize): NativeParse | null {
  try {
    return parserOver(nativePart(load), read);
  } catch {
    return null;
  }
}

function nativePart(load: NodeJS.Require): Native {
  const home = load.resolve('oxc-parser/package.json');
  // What is built in reads the memory of one version only.
  if ((load(home) as { readonly version: string }).version !== version) throw new Error('another version');
  const native = usualNative(createRequire(home)) ?? (load('oxc-parser/src-js/bindings.js') as Native);
  if (!native.rawTransferSupported()) throw new Error('not on this machine');
  return native;
}

/** The native part by its name: the package's own search goes through all platforms, and through the loader of ES modules. */
function usualNative(load: NodeJS.Require): Native | undefined {
  const name = `@oxc-parser/binding-${process.platform}-${process.arch}${nativeEndings[process.platform] ?? ''}`;
  try {
    return (load(`${name}/package.json`) as { readonly version: string }).version === version ? (load(name) as Native) : undefined;
  } catch {
    return undefined;
  }
}

function parserOver(native: Native, read: typeof reader.deserialize): NativeParse {
  const { BLOCK_SIZE, BLOCK_ALIGN, BUFFER_SIZE, ACTIVE_SIZE } = constants;
  // Address space, of which little is ever written to: wherever it starts, an aligned block is in it. Shared memory is none of the
  // heap's: with another buffer of that size V8 would believe that it is full.
  const size = BLOCK_SIZE + BLOCK_ALIGN;
  if (process.platform === 'linux' && totalmem() < size * askingThreads) throw new RangeError('too little memory');
  const space = (memory ??= new SharedArrayBuffer(size));
  const offset = native.getBufferOffset(new Uint8Array(space, 0, 1));
  const whole = new Uint8Array(space, offset, BLOCK_SIZE);
  const block: Block = Object.assign(new Uint8Array(space, offset, BUFFER_SIZE), {
    int32: new Int32Array(space, offset, BUFFER_SIZE / Int32Array.BYTES_PER_ELEMENT),
    float64: new Float64Array(space, offset, BUFFER_SIZE / Float64Array.BYTES_PER_ELEMENT),
  });
  const encoder = new TextEncoder();
  return (file, text, options) => {
    // The text stands at the end of the block, and the tree is written before it.
    const length = text.length * maxBytesOfUnit;
    const start = ACTIVE_SIZE - length;
    const { written } = encoder.encodeInto(text, new Uint8Array(space, offset + start, length));
    native.parseRawSync(file, whole, start, written, options);
    return read(block, text, start, written);
  };
}
