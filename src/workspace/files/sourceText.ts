import { isAscii } from 'node:buffer';
import type { SearchedText } from '../../core/prefilter/wordScanner';

/** How a source file's bytes are read and written back. A byte order mark stays in the text as its first character. */
export type SourceEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface SourceText {
  readonly text: string;
  readonly encoding: SourceEncoding;
}

/** Where tools of this field look for a NUL to tell binary files; git looks at as many bytes. */
const binaryProbeBytes = 8000;

/** Decodes a file's bytes; undefined when they are not text. Bytes that are no UTF-8 become U+FFFD, as in editors. */
export function decodeSource(bytes: Buffer): SourceText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.toString('utf16le'), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: swapped(bytes).toString('utf16le'), encoding: 'utf-16be' };
  if (isBinary(bytes)) return undefined;
  // One-byte strings are half the size, and reading them back is several times as fast.
  return { text: isAscii(bytes) ? bytes.toString('latin1') : bytes.toString('utf8'), encoding: 'utf-8' };
}

function isBinary(bytes: Buffer): boolean {
  const nul = bytes.indexOf(0);
  return nul >= 0 && nul < binaryProbeBytes;
}

/** A file's text to be searched. */
export interface SearchedSource extends SearchedText {
  readonly encoding: SourceEncoding;
}

/** A file's text to be searched; undefined when its bytes are not text. They are made a string where a word may stand, most never. */
export function searchedSource(bytes: Buffer): SearchedSource | undefined {
  if (isUtf16(bytes)) {
    const { text, encoding } = decodeSource(bytes) ?? { text: '', encoding: 'utf-16le' };
    return { bytes: Buffer.from(text, 'latin1'), text: () => text, encoding };
  }
  if (isBinary(bytes)) return undefined;
  const isPlain = isAscii(bytes);
  let text: string | undefined;
  return {
    bytes,
    text: () => (text ??= bytes.toString(isPlain ? 'latin1' : 'utf8')),
    encoding: 'utf-8',
    ...(!isPlain && { startOf: textOffsets(bytes) }),
  };
}

/**
 * Where in the text of some UTF-8 the ASCII letters stand that are at offsets of its bytes. Who asks goes through the bytes: only those
 * between a letter and the one asked for before are counted.
 */
function textOffsets(bytes: Buffer): (at: number) => number {
  let last = 0;
  let offset = 0;
  return (at) => {
    offset += at < last ? -bytes.toString('utf8', at, last).length : bytes.toString('utf8', last, at).length;
    last = at;
    return offset;
  };
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** The bytes of a text in the encoding it was read with. */
export function encodeSource(text: string, encoding: SourceEncoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return swapped(Buffer.from(text, 'utf16le'));
  }
}

/** A copy with the two bytes of each unit exchanged; an odd last byte is dropped. */
function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
}
