import type { ReadOutcome } from '../files/readSource';
import type { FileRecord } from './fileState';

/** A text that was read, and what its file was like then; no record where none was asked for. */
export interface RecentRead {
  readonly outcome: Extract<ReadOutcome, { readonly kind: 'text' }>;
  readonly record: FileRecord | undefined;
}

/** All kept texts together; UTF-16 units. */
const maxLength = 8 * 1024 * 1024;

/**
 * Texts that a scan read last: files are searched for signs, told apart by what they import and parsed, one after the other. For scans only,
 * in which a file's text is what it was when the scan came to it.
 */
export class RecentReads {
  readonly #reads = new Map<string, RecentRead>();
  #length = 0;

  get(file: string): RecentRead | undefined {
    return this.#reads.get(file);
  }

  /** Keeps a text, and lets go of those that were kept first where they are too many. */
  keep(file: string, read: RecentRead): void {
    this.forget(file);
    this.#reads.set(file, read);
    this.#length += read.outcome.text.length;
    for (const oldest of this.#reads.keys()) {
      if (this.#length <= maxLength) break;
      this.forget(oldest);
    }
  }

  forget(file: string): void {
    const read = this.#reads.get(file);
    if (read && this.#reads.delete(file)) this.#length -= read.outcome.text.length;
  }
}
