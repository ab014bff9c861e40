import { hasFindings, type FileAnalysis } from '../../core/callSite';
import type { CatalogOverrides } from '../../core/catalog/overrides';
import type { Engine } from '../../core/engine';
import type { ModuleHost } from '../../core/moduleHost';
import type { PlanRequest, RewritePlan } from '../../core/rewrite/plan';
import { withPlaces } from '../../core/text/places';
import type { AnalyzedFile } from '../cache/gather';
import type { RecentReads } from '../cache/recentReads';
import { Recorder } from '../cache/recorder';
import { now } from '../clock';
import { DiskHost } from '../resolve/diskHost';
import { heapWasFreed, isHeapFull } from './heapWatch';
import type { BatchPart, WorkerRequest } from './protocol';
import { single, sliceMilliseconds, type OpenMessage, type Steps, type WorkerSession } from './server';

/** @param overrides the user's own catalog rows */
export type EngineFactory = (host: ModuleHost, overrides?: CatalogOverrides) => Engine;

/** Files scanned last whose syntax is kept: those beside them may import them. */
const keptFiles = 32;

/** One engine over one host: what a worker holds between two `open` messages. Long work is a generator that yields its parts. */
export class Session implements WorkerSession {
  readonly #host: DiskHost;
  readonly #createEngine: () => Engine;
  readonly #versions = new Map<string, number>();
  /** Files whose results someone holds. */
  readonly #analyzed = new Set<string>();
  readonly #recorder: Recorder | undefined;
  #engine: Engine | undefined;
  /** Scanned files that the engine was not told to let go of. */
  #scanned: string[] = [];

  /**
   * @param log told of broken configuration files, a line each
   * @param reads texts that a scan has read, and reads
   */
  constructor(
    createEngine: EngineFactory,
    { maxFileBytes, records, overrides }: Omit<OpenMessage, 'type'>,
    log: (line: string) => void,
    reads?: RecentReads,
  ) {
    this.#recorder = records ? new Recorder() : undefined;
    this.#host = new DiskHost(maxFileBytes, log, this.#recorder, reads);
    this.#createEngine = () => createEngine(this.#host, overrides);
  }

  start(request: WorkerRequest): Steps {
    switch (request.method) {
      case 'changed':
        return single(() => this.changed(request.file));
      case 'analyze':
        return single(() => this.analyze(request.file, request.version));
      case 'plan':
        return single(() => this.plan(request.request));
      case 'batch':
        return this.batch(request.files);
      case 'survey':
      case 'save':
      case 'sift':
        throw new Error(`an engine's worker does not ${request.method}`);
    }
  }

  addResults(): void {
    throw new Error("an engine's worker keeps no results");
  }

  setDocument(file: string, text: string, version: number): void {
    this.#versions.set(file, version);
    const { isNew, others } = this.#host.setDocument(file, text);
    this.#invalidate(file, isNew, others);
  }

  closeDocument(file: string): void {
    this.#versions.delete(file);
    this.#host.closeDocument(file);
    this.#invalidate(file, false);
  }

  /** Analysed files whose results are stale now that a file changed on disk. */
  changed(file: string): readonly string[] {
    const { isNew, decides, others } = this.#host.changed(file);
    if (decides) {
      this.#engine = undefined;
      return [...this.#analyzed];
    }
    const stale = this.#invalidate(file, isNew, others);
    // An open document's text hides the disk's.
    return [...stale].filter((name) => this.#analyzed.has(name) && (name !== file || !this.#versions.has(file)));
  }

  /** The call sites of an open document, null when it has another version by now. */
  analyze(file: string, version: number): FileAnalysis | null {
    if (this.#versions.get(file) !== version) return null;
    this.#analyzed.add(file);
    return this.engine.analyze(file);
  }

  plan(request: PlanRequest): RewritePlan {
    for (const file of request.files) this.#analyzed.add(file);
    return this.engine.plan(request);
  }

  /** Analyses files; without any, it only makes the engine ready. */
  *batch(files: readonly string[]): Generator<BatchPart, null> {
    this.#engine ??= this.#createEngine();
    let part = emptyBatchPart();
    let sliceEnd = now() + sliceMilliseconds;
    for (const file of files) {
      this.#scanFile(file, part);
      if (now() < sliceEnd) continue;
      yield this.#recorded(part);
      part = emptyBatchPart();
      this.#keepSmall();
      sliceEnd = now() + sliceMilliseconds;
    }
    yield this.#recorded(part);
    return null;
  }

  /** Made at the first use: a worker that only walks needs none. */
  get engine(): Engine {
    this.#engine ??= this.#createEngine();
    return this.#engine;
  }

  /** A part with what its results were drawn from. */
  #recorded({ outcomes, ...part }: GrowingPart): BatchPart {
    return { ...part, record: this.#recorder ? { files: outcomes, observations: this.#recorder.take() } : null };
  }

  /** Lets go of what only files scanned before needed, and of all the engine knows when that fills the heap: a scan asks for each file once, so that only what many import is read again. */
  #keepSmall(): void {
    const engine = this.engine;
    for (const file of this.#scanned.splice(0, this.#scanned.length - keptFiles)) engine.release(file);
    if (!isHeapFull()) return;
    this.#engine = undefined;
    this.#scanned = [];
    heapWasFreed();
  }

  #scanFile(file: string, part: GrowingPart): void {
    part.files++;
    const passOver = (message: string): void => {
      part.notes.push({ file, message });
      part.outcomes.push({ file, bytes: 0, parsed: false, notes: [message] });
    };
    const outcome = this.#host.load(file);
    switch (outcome.kind) {
      case 'text':
        break;
      case 'missing':
        // Deleted since the walk: nothing is wrong.
        return;
      case 'too-large':
        passOver(`passed over: ${outcome.bytes} bytes are more than the limit of ${outcome.limit}`);
        return;
      case 'binary':
        passOver('passed over: not a text file');
        return;
      case 'unreadable':
        part.errors.push({ file, message: outcome.message });
        return;
    }
    part.bytes += outcome.bytes;
    try {
      const analysis = this.engine.analyze(file);
      if (analysis.parsed) {
        part.parsed++;
        this.#scanned.push(file);
      }
      if (hasFindings(analysis)) part.analyses.push(withPlaces(analysis, outcome.text));
      for (const message of analysis.problems) part.notes.push({ file, message });
      part.outcomes.push({ file, bytes: outcome.bytes, parsed: analysis.parsed, notes: analysis.problems });
    } catch (error) {
      // The engine is total; should it fail all the same, one file is lost and not the scan.
      part.errors.push({ file, message: `could not be analysed: ${error instanceof Error ? error.message : String(error)}` });
    }
  }

  #invalidate(file: string, isNew: boolean, others: readonly string[] = []): ReadonlySet<string> {
    const engine = this.#engine;
    return new Set(engine ? [...engine.invalidate(file, isNew), ...others.flatMap((other) => engine.invalidate(other, false))] : []);
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };
type GrowingPart = Mutable<Omit<BatchPart, 'record'>> & { readonly outcomes: AnalyzedFile[] };

function emptyBatchPart(): GrowingPart {
  return { files: 0, parsed: 0, bytes: 0, analyses: [], errors: [], notes: [], outcomes: [] };
}
