import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { errorCode, describeFileError } from './fileErrors';
import { decodeSource, type SourceEncoding } from './sourceText';

/** What reading a source file comes to. `bytes` is the file's size. */
export type ReadOutcome =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: SourceEncoding; readonly bytes: number }
  | { readonly kind: 'binary'; readonly bytes: number }
  | UnreadOutcome;

/** What reading a file's bytes comes to. They are valid until the next read. */
export type BytesOutcome = { readonly kind: 'bytes'; readonly bytes: Buffer } | UnreadOutcome;

type UnreadOutcome =
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly message: string };

/** Opening a named pipe that nobody writes to would otherwise wait for ever. Windows has neither the flag nor the problem. */
const openFlags = constants.O_RDONLY | ((constants as Partial<typeof constants>).O_NONBLOCK ?? 0);

/** Reused between reads: most files are far smaller, and a new buffer for each costs more than the read. */
let scratch = Buffer.allocUnsafeSlow(256 * 1024);

/**
 * Told of each read: what the file was like before it, undefined when it could not be looked at, and its bytes, null when they
 * were not read. The bytes are valid until the observer returns.
 */
export type ReadObserver = (stat: Stats | undefined, bytes: Buffer | null) => void;

/** Reads a text file whole. Never throws; every way to fail is an outcome. */
export function readSource(file: string, maxBytes: number, observe?: ReadObserver): ReadOutcome {
  const outcome = readBytes(file, maxBytes, observe);
  if (outcome.kind !== 'bytes') return outcome;
  const { bytes } = outcome;
  const decoded = decodeSource(bytes);
  return decoded ? { kind: 'text', ...decoded, bytes: bytes.length } : { kind: 'binary', bytes: bytes.length };
}

/** Reads a file whole. Never throws; every way to fail is an outcome. */
export function readBytes(file: string, maxBytes: number, observe?: ReadObserver): BytesOutcome {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, openFlags);
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) {
      observe?.(undefined, null);
      return { kind: 'unreadable', message: 'not a file' };
    }
    if (stat.size > maxBytes) {
      observe?.(stat, null);
      return { kind: 'too-large', bytes: stat.size, limit: maxBytes };
    }
    const bytes = readAll(descriptor, stat.size);
    observe?.(stat, bytes);
    return { kind: 'bytes', bytes };
  } catch (error) {
    observe?.(undefined, null);
    const code = errorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'missing' } : { kind: 'unreadable', message: describeFileError(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** At most `size` bytes: what was appended since the size was asked for is left out. Valid until the next read. */
function readAll(descriptor: number, size: number): Buffer {
  if (size > scratch.length) {
    if (size > 4 * 1024 * 1024) return readInto(Buffer.allocUnsafeSlow(size), descriptor, size);
    scratch = Buffer.allocUnsafeSlow(size * 2);
  }
  return readInto(scratch, descriptor, size);
}

function readInto(target: Buffer, descriptor: number, size: number): Buffer {
  let length = 0;
  while (length < size) {
    const read = readSync(descriptor, target, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return target.subarray(0, length);
}
