/** Parts of oxc-parser that its types leave out (0.159.0, src-js/generated). */
declare module 'oxc-parser/src-js/generated/constants.js' {
  /** Bytes of the memory that a tree is written into, what its first byte's address is a multiple of, and the bytes of it that are read. */
  export const BLOCK_SIZE: number;
  export const BLOCK_ALIGN: number;
  export const BUFFER_SIZE: number;
  /** Bytes for the tree and, at their end, the text. */
  export const ACTIVE_SIZE: number;
}

declare module 'oxc-parser/src-js/generated/deserialize/ts.js' {
  import type { parseSync } from 'oxc-parser';

  /**
   * Makes a tree of what the native part wrote.
   * @param start where the text begins in the memory, in bytes
   * @param length of the text, in bytes of UTF-8
   */
  export function deserialize(
    memory: Uint8Array & { int32: Int32Array; float64: Float64Array },
    text: string,
    start: number,
    length: number,
  ): Pick<ReturnType<typeof parseSync>, 'program' | 'comments' | 'errors'> & { readonly told?: readonly object[] };
}
