import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileEdits } from '../../core/rewrite/plan';
import { applyEdits } from '../../core/text/textEdit';
import { describeFileError } from '../../workspace/files/fileErrors';
import { decodeSource, encodeSource } from '../../workspace/files/sourceText';

/** A file's new content, checked and ready to be written. */
export interface PreparedFile {
  /** As the plan names it. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly bytes: Buffer;
  /** There is no such file yet. */
  readonly creates?: true;
  /** Its values are shown nowhere. */
  readonly secret?: true;
}

/** Why a file can't be edited; a clause. */
export class EditRefusedError extends Error {
  override readonly name = 'EditRefusedError';

  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
  }
}

/**
 * Checks that a file still holds the text its edits were made for and that nothing of it would be lost in writing it back.
 * Encoding, byte order mark and line ends stay. Throws {@link EditRefusedError}.
 */
export function prepareFile(planned: FileEdits): PreparedFile {
  const { file, before, edits, secret } = planned;
  if (planned.creates) return newFile(planned);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
    accessSync(file, constants.W_OK);
  } catch (error) {
    throw new EditRefusedError(file, describeFileError(error));
  }
  const decoded = decodeSource(bytes);
  if (decoded?.text !== before) throw new EditRefusedError(file, 'it changed while the rewrite was prepared');
  if (!encodeSource(before, decoded.encoding).equals(bytes)) throw new EditRefusedError(file, 'it is not valid UTF-8 and would lose bytes');
  const lineEnd = before.includes('\r\n') ? '\r\n' : '\n';
  const after = applyEdits(
    before,
    edits.map(({ range, newText }) => ({ range, newText: newText.replace(/\r?\n/g, lineEnd) })),
  );
  return { file, before, after, bytes: encodeSource(after, decoded.encoding), ...(secret && { secret }) };
}

function newFile({ file, before, edits, secret }: FileEdits): PreparedFile {
  if (existsSync(file)) throw new EditRefusedError(file, 'it appeared while the rewrite was prepared');
  const after = applyEdits(before, edits);
  return { file, before, after, bytes: Buffer.from(after, 'utf8'), creates: true, ...(secret && { secret }) };
}

/**
 * Replaces a file's content in one step: a reader sees the old or the new text, never a part. Links are followed, the mode is
 * kept; a new file with values of the user's is theirs alone. Throws {@link EditRefusedError}; the file is then as it was.
 */
export function replaceFile({ file, bytes, creates, secret }: PreparedFile): void {
  let temporary: string | undefined;
  try {
    const target = creates ? file : realpathSync(file);
    const mode = creates ? (secret ? 0o600 : 0o644) : statSync(target).mode;
    temporary = join(dirname(target), `.${basename(target)}.${process.pid}.openward`);
    const descriptor = openSync(temporary, 'wx', mode);
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    // The process's umask may have taken bits away on opening.
    chmodSync(temporary, mode);
    renameSync(temporary, target);
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw new EditRefusedError(file, describeFileError(error));
  }
}
