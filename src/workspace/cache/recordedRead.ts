import { basename } from 'node:path';
import { configurationFile } from '../../core/configuration/files';
import { languageOf } from '../files/languages';
import { readBytes, readSource, type BytesOutcome, type ReadObserver, type ReadOutcome } from '../files/readSource';
import { fileState, type FileRecord } from './fileState';

/** Larger notebooks are not even read: a text of this size is about what an engine can hold. Bytes. */
const maxDataFileBytes = 128 * 1024 * 1024;

/** Told what a file was like when it was read, so that results drawn from it can be kept. */
type Note = (record: FileRecord) => void;

/**
 * Reads a file that is to be analysed.
 * @param maxFileBytes larger files are not read; a file of data and code is measured by its code, once it was read
 * @param note nothing is looked at for it when absent
 */
export function readForAnalysis(file: string, maxFileBytes: number, note?: Note): ReadOutcome {
  return noting(file, maxFileBytes, note, readSource);
}

/** The same without making a text of it. */
export function readBytesForAnalysis(file: string, maxFileBytes: number, note?: Note): BytesOutcome {
  return noting(file, maxFileBytes, note, readBytes);
}

function noting<T extends { readonly kind: string }>(
  file: string,
  maxFileBytes: number,
  note: Note | undefined,
  read: (file: string, limit: number, observe?: ReadObserver) => T,
): T {
  const limit = languageOf(basename(file))?.holdsData === true ? Math.max(maxFileBytes, maxDataFileBytes) : maxFileBytes;
  if (!note) return read(file, limit);
  let record: FileRecord | undefined;
  const outcome = read(file, limit, (stat, bytes) => (record = stat && fileState(stat, holdsKeys(file) ? null : bytes)));
  note(record ?? (outcome.kind === 'missing' ? 'missing' : 'unstable'));
  return outcome;
}

/** Not even a hash is kept of what environment files hold. */
function holdsKeys(file: string): boolean {
  return configurationFile(file)?.format === 'variables';
}
