import { statSync, type Stats } from 'node:fs';
import type { FileAnalysis } from '../../core/callSite';
import { gather, type NewResults } from '../cache/gather';
import { revalidate, type Revalidated } from '../cache/revalidate';
import type { FileOutcome, Snapshot } from '../cache/snapshot';
import { SnapshotStore } from '../cache/store';
import { FolderMemory } from '../files/folderMemory';
import { walk } from '../files/walk';
import { now } from '../clock';
import type { ScanError } from './engineService';
import type { SurveyPart, WorkerRequest } from './protocol';
import { single, sliceMilliseconds, type OpenMessage, type Steps, type WorkerSession } from './server';

/** What it found is handed on at the latest at this number, so that others can start. */
const partFiles = 256;

/** Finds the files of a scan, tells what the last scan's results still say of them, and keeps the new ones. */
export class Scout implements WorkerSession {
  readonly #maxFileBytes: number;
  #store: SnapshotStore | undefined;
  /** What held of the kept results, its outcomes whose files are still there, and new results. */
  #held: Snapshot | undefined;
  #keeps: FileOutcome[] = [];
  #results: NewResults[] = [];
  /** Files the kept results speak of; whether keeping them again would write something else. */
  #kept = 0;
  #isChanged = true;
  /** What is known of folders; undefined where nothing is kept. */
  #folders: FolderMemory | undefined;

  constructor({ maxFileBytes }: Omit<OpenMessage, 'type'>) {
    this.#maxFileBytes = maxFileBytes;
  }

  /** A scout needs no texts: which documents are open is part of the question. */
  setDocument(): void {
    // Nothing to do.
  }

  closeDocument(): void {
    // Nothing to do.
  }

  addResults(results: NewResults): void {
    if (this.#store) this.#results.push(results);
  }

  start(request: WorkerRequest): Steps {
    switch (request.method) {
      case 'survey':
        return this.#survey(request);
      case 'save':
        return single(() => this.#save(request.log));
      case 'changed':
      case 'analyze':
      case 'plan':
      case 'batch':
      case 'sift':
        throw new Error(`a scout does not ${request.method}`);
    }
  }

  *#survey({
    roots,
    excludes,
    configuration,
    documents,
    cache,
  }: Extract<WorkerRequest, { readonly method: 'survey' }>): Generator<SurveyPart, null> {
    this.#store = cache && isCacheable(roots, documents) ? new SnapshotStore(cache, roots, this.#maxFileBytes) : undefined;
    const kept = this.#store?.load();
    let part = emptyPart(kept === undefined);
    let sliceEnd = now() + sliceMilliseconds;
    if (!kept) {
      yield part;
      part = emptyPart(true);
    }
    let held: Revalidated | undefined;
    if (kept) {
      const check = revalidate(kept, new Set(documents));
      for (let step = check.next(); ; step = check.next()) {
        if (step.done === true) {
          held = step.value;
          break;
        }
        if (now() < sliceEnd) continue;
        yield part;
        part = emptyPart(false);
        sliceEnd = now() + sliceMilliseconds;
      }
      part.log.push(...held.snapshot.log);
    }
    this.#kept = kept?.outcomes.size ?? 0;
    this.#isChanged = held?.isChanged ?? true;
    this.#held = held?.snapshot;
    this.#keeps = [];
    this.#results = [];
    this.#folders = this.#store && roots.length === 1 ? new FolderMemory(kept?.walk ?? undefined) : undefined;
    for (const event of walk(roots, excludes, configuration, this.#folders)) {
      if (event.kind === 'error') part.errors.push({ file: event.file, message: event.message });
      else {
        const outcome = held?.snapshot.outcomes.get(event.file);
        if (outcome) {
          this.#keeps.push(outcome);
          addKnown(part.known, outcome);
        } else part.files.push(event.file);
      }
      if (part.files.length < partFiles && now() < sliceEnd) continue;
      yield part;
      part = emptyPart(false);
      sliceEnd = now() + sliceMilliseconds;
    }
    yield part;
    return null;
  }

  #save(log: readonly string[]): null {
    const store = this.#store;
    this.#store = undefined;
    const folders = this.#folders;
    const isChanged = this.#isChanged || this.#results.length > 0 || this.#keeps.length !== this.#kept || folders?.isChanged === true;
    if (!store || !isChanged) return null;
    const snapshot = gather(this.#held, this.#keeps, this.#results, log, folders?.walk ?? null);
    if (snapshot) store.save(snapshot);
    return null;
  }
}

/** Whole folders are scanned again and again; a file by itself is as soon analysed. A document that only the editor has could be what an import means. */
function isCacheable(roots: readonly string[], documents: readonly string[]): boolean {
  return roots.every((root) => statOf(root)?.isDirectory() === true) && documents.every((file) => statOf(file)?.isFile() === true);
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

interface GrowingKnown {
  files: number;
  parsed: number;
  bytes: number;
  readonly analyses: FileAnalysis[];
  readonly notes: ScanError[];
}

interface GrowingPart extends SurveyPart {
  readonly files: string[];
  readonly known: GrowingKnown;
  readonly errors: ScanError[];
  readonly log: string[];
}

function addKnown(known: GrowingKnown, { file, bytes, parsed, analysis, notes }: FileOutcome): void {
  known.files++;
  known.bytes += bytes;
  if (parsed) known.parsed++;
  if (analysis) known.analyses.push(analysis);
  for (const message of notes) known.notes.push({ file, message });
}

function emptyPart(isCold: boolean): GrowingPart {
  return { files: [], known: { files: 0, parsed: 0, bytes: 0, analyses: [], notes: [] }, errors: [], log: [], isCold };
}
