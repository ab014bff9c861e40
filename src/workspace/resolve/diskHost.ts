import { basename } from 'node:path';
import { environmentFileNames, isEnvironmentFile } from '../../core/environment/files';
import type { ModuleHost } from '../../core/moduleHost';
import type { FileRecord } from '../cache/fileState';
import type { RecentReads } from '../cache/recentReads';
import { readForAnalysis } from '../cache/recordedRead';
import type { Recorder } from '../cache/recorder';
import type { ReadOutcome } from '../files/readSource';
import { environmentScheme, ModuleResolver } from './moduleResolver';

/** What the change of a file means for others. */
export interface FileChange {
  /** It was not there before, or is now found where it was not: imports may mean it. */
  readonly isNew: boolean;
  /** It decides how imports are resolved: nothing stands. */
  readonly decides: boolean;
  /** Other files to analyse again although their texts stand. */
  readonly others: readonly string[];
}

const onlyItself: FileChange = { isNew: false, decides: false, others: [] };

/** The disk as the engine sees it, with the texts of open documents over it. */
export class DiskHost implements ModuleHost {
  readonly #documents = new Map<string, string>();
  readonly #maxFileBytes: number;
  readonly #resolver: ModuleResolver;
  readonly #recorder: Recorder | undefined;
  readonly #reads: RecentReads | undefined;
  /** Files with an import of the workspace that was not found; a new file may be what they mean. */
  readonly #unresolved = new Set<string>();
  /** Files whose code was asked for its environment; a new environment file may be theirs. */
  readonly #environmentAsked = new Set<string>();
  /** The text read last by {@link load}: the engine asks for it again at once. */
  #loaded: { readonly file: string; readonly text: string } | undefined;

  /**
   * @param maxFileBytes larger files on disk are not read; a file of data and code is measured by its code, once it was read
   * @param log told of broken configuration files, a line each
   * @param recorder told of all that is read and looked up
   * @param reads texts that need not be read again; absent where files may change meanwhile
   */
  constructor(maxFileBytes: number, log: (line: string) => void, recorder?: Recorder, reads?: RecentReads) {
    this.#maxFileBytes = maxFileBytes;
    this.#recorder = recorder;
    this.#reads = reads;
    this.#resolver = new ModuleResolver(this.#documents, log, recorder);
  }

  read(file: string): string | undefined {
    const document = this.#document(file);
    if (document !== undefined) return document;
    if (this.#loaded?.file === file) return this.#loaded.text;
    const outcome = this.#readDisk(file);
    return outcome.kind === 'text' ? outcome.text : undefined;
  }

  resolve(specifier: string, from: string): string | undefined {
    const file = this.#resolver.resolve(specifier, from);
    this.#recorder?.resolution(from, specifier, file ?? null);
    if (file === undefined && this.#resolver.isInternal(specifier, from)) this.#unresolved.add(from);
    return file;
  }

  environmentFiles(from: string): readonly string[] {
    const files = this.#resolver.environmentFiles(from);
    this.#environmentAsked.add(from);
    // Also what is not there: it may come to be.
    for (const name of environmentFileNames)
      this.#recorder?.resolution(from, environmentScheme + name, files.find((file) => basename(file) === name) ?? null);
    return files;
  }

  /** Reads a file for analysis, telling why when it has no text. An open document's text comes first. */
  load(file: string): ReadOutcome {
    const document = this.#document(file);
    if (document !== undefined) return { kind: 'text', text: document, encoding: 'utf-8', bytes: document.length };
    const outcome = this.#readDisk(file);
    this.#loaded = outcome.kind === 'text' ? { file, text: outcome.text } : undefined;
    return outcome;
  }

  /** Puts an open document's text over the disk's. */
  setDocument(file: string, text: string): FileChange {
    const isNew = !this.#documents.has(file) && !this.#resolver.exists(file);
    this.#documents.set(file, text);
    return isNew ? this.#appeared(file) : onlyItself;
  }

  closeDocument(file: string): void {
    if (this.#documents.delete(file) && !this.#resolver.exists(file)) this.#resolver.changed(file);
  }

  /** The disk changed. */
  changed(file: string): FileChange {
    if (this.#loaded?.file === file) this.#loaded = undefined;
    this.#reads?.forget(file);
    if (this.#resolver.isConfiguration(file)) {
      this.#resolver.changed(file);
      return { isNew: true, decides: true, others: [] };
    }
    const existed = this.#resolver.exists(file);
    this.#resolver.changed(file);
    return !existed && this.#resolver.exists(file) ? this.#appeared(file) : onlyItself;
  }

  /** An open document's text; results drawn from it say nothing of the disk. */
  #document(file: string): string | undefined {
    const document = this.#documents.get(file);
    if (document !== undefined) this.#recorder?.file(file, 'unstable');
    return document;
  }

  #readDisk(file: string): ReadOutcome {
    const recorder = this.#recorder;
    const recent = this.#reads?.get(file);
    if (recent) {
      if (recent.record !== undefined) recorder?.file(file, recent.record);
      return recent.outcome;
    }
    let record: FileRecord | undefined;
    const outcome = readForAnalysis(file, this.#maxFileBytes, recorder && ((found) => recorder.file(file, (record = found))));
    if (outcome.kind === 'text') this.#reads?.keep(file, { outcome, record });
    return outcome;
  }

  #appeared(file: string): FileChange {
    this.#resolver.changed(file);
    const waiting = isEnvironmentFile(file) ? this.#environmentAsked : this.#unresolved;
    const others = [...waiting];
    waiting.clear();
    return { isNew: true, decides: false, others };
  }
}
