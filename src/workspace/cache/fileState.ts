import { createHash } from 'node:crypto';
import { statSync, type Stats } from 'node:fs';
import { readSource } from '../files/readSource';

/**
 * What a file was like when it was read. Times are milliseconds; a time of 0 says that the file had been written so shortly
 * before that a later write might have the same time, so that only its content tells.
 */
export interface FileState {
  readonly modified: number;
  readonly changed: number;
  readonly size: number;
  /** Hash of the bytes; null where they were not read (too large) or must not be kept. */
  readonly hash: string | null;
}

/** A file's state, `missing` when there was none, `unstable` when it can't be relied on (an open document, read twice and changed between). */
export type FileRecord = FileState | 'missing' | 'unstable';

/** Clocks and file systems round times, some to two seconds. */
const settledMilliseconds = 2_500;

/** The state of a file whose bytes were just read. */
export function fileState(stat: Stats, bytes: Buffer | null): FileState {
  const settled = isSettled(stat);
  return {
    modified: settled ? stat.mtimeMs : 0,
    changed: settled ? stat.ctimeMs : 0,
    size: stat.size,
    hash: bytes && contentHash(bytes),
  };
}

/** Whether what a stat tells is old enough that a change after it would show in its times. */
export function isSettled({ mtimeMs, ctimeMs }: Stats): boolean {
  return Date.now() - Math.max(mtimeMs, ctimeMs) > settledMilliseconds;
}

/** Hash of a file's bytes or of a text. */
export function contentHash(content: Buffer | string): string {
  return createHash('sha1').update(content).digest('base64');
}

/** Two records of the same file as one: what differs is unstable. */
export function mergedRecord(a: FileRecord, b: FileRecord): FileRecord {
  if (a === b) return a;
  if (typeof a === 'string' || typeof b === 'string') return 'unstable';
  if (a.hash === null && a.modified !== b.modified) return 'unstable';
  return a.size === b.size && a.hash === b.hash ? b : 'unstable';
}

/**
 * Looks whether a file still is what it was. Times and size that are the same are believed; else the content decides.
 * @returns the record to keep, undefined when the file changed
 */
export function recheck(file: string, record: FileRecord): FileRecord | undefined {
  if (record === 'unstable') return undefined;
  let stat: Stats | undefined;
  try {
    stat = statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
  if (record === 'missing' || !stat) return record === 'missing' && !stat ? record : undefined;
  if (!stat.isFile() || stat.size !== record.size) return undefined;
  if (record.modified !== 0 && stat.mtimeMs === record.modified && stat.ctimeMs === record.changed) return record;
  if (record.hash === null) return undefined;
  const now = currentState(file);
  return now && now.hash === record.hash ? now : undefined;
}

/** A file's state with its content, undefined when it can't be read. */
export function currentState(file: string): FileState | undefined {
  let state: FileState | undefined;
  readSource(file, Infinity, (stat, bytes) => (state = stat && fileState(stat, bytes)));
  return state;
}
