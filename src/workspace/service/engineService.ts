import type { FileAnalysis } from '../../core/callSite';
import type { CatalogOverrides } from '../../core/catalog/overrides';
import type { PlanRequest, RewritePlan } from '../../core/rewrite/plan';

/** What to scan and what to leave out. */
export interface ScanRequest {
  /** Absolute folder or file paths. */
  readonly roots: readonly string[];
  /** Globs in VS Code's `files.exclude` syntax, relative to each root, on top of `.gitignore` and the built-in ones. */
  readonly excludes: readonly string[];
  /** Larger files are passed over and said so; bytes. */
  readonly maxFileBytes: number;
  /** Whether manifests and configuration files are read too. */
  readonly configuration?: boolean;
}

export interface ScanProgress {
  /** Files walked so far, and how many are known of; `total` grows while folders are still being read. */
  readonly files: number;
  readonly total: number;
  readonly callSites: number;
}

export interface ScanError {
  readonly file: string;
  readonly message: string;
}

export interface ScanStats {
  readonly files: number;
  readonly parsed: number;
  /** Bytes of the files read. */
  readonly bytes: number;
  readonly milliseconds: number;
}

export interface ScanResult {
  /** Files with call sites (accepted ones included), ordered by path. */
  readonly files: readonly FileAnalysis[];
  /** What could not be read or analysed at all: folders, files, the worker's failures. */
  readonly errors: readonly ScanError[];
  /** For a verbose log: files passed over (too large, not text) or analysed in part, broken configuration files. */
  readonly notes?: readonly ScanError[];
  readonly stats: ScanStats;
  /** True when the scan was cancelled; `files` then holds what was found until then. */
  readonly cancelled: boolean;
}

/** Analysis of one version of an open document. */
export interface DocumentAnalysis {
  /** The version the caller gave with the text. */
  readonly version: number;
  readonly analysis: FileAnalysis;
}

/**
 * The engine as the editor and the command line use it: in a worker, off the caller's thread. Texts set here win over the
 * disk until closed. Every promise rejects with an `Error` when the worker is gone; it is started again by the next call.
 */
export interface EngineService {
  /** Tells the text of an open document. Cheap: nothing is analysed until asked. */
  setDocument(file: string, text: string, version: number): void;
  /** Back to the disk's text. */
  closeDocument(file: string): void;
  /** The disk changed; returns the files among the analysed ones whose results are stale. */
  fileChanged(file: string): Promise<readonly string[]>;
  /** Call sites of an open document, undefined when the document was closed or changed again before its turn came. */
  analyze(file: string): Promise<DocumentAnalysis | undefined>;
  plan(request: PlanRequest): Promise<RewritePlan>;
  /** From now on the catalog has these rows of the user's own in it; all earlier results are stale. */
  setOverrides(overrides: CatalogOverrides): void;
  /** Scans in workers of its own, so that typing never waits for it. `signal` cancels; progress comes at most ten times a second. */
  scan(request: ScanRequest, onProgress: (progress: ScanProgress) => void, signal: AbortSignal): Promise<ScanResult>;
  dispose(): Promise<void>;
}
