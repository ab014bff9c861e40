import type { CatalogOverrides } from '../../core/catalog/overrides';
import type { FileAnalysis } from '../../core/callSite';
import type { PlanRequest, RewritePlan } from '../../core/rewrite/plan';
import type { AnalyzedFile, NewResults } from '../cache/gather';
import type { Observations } from '../cache/recorder';
import type { CacheOptions } from '../cache/store';
import type { ScanError } from './engineService';

/**
 * What a worker is started for. A scout finds the files of a scan and what is known of them; scan workers analyse the others; a
 * rescue worker takes the files that brought a scan worker down; the interactive one lives with the editor.
 */
export type WorkerPurpose = 'interactive' | 'scout' | 'scan' | 'rescue';

/** A question to a worker. Questions are answered in order, each by one `result` or one `failed`. */
export type WorkerRequest =
  | { readonly method: 'changed'; readonly file: string }
  | { readonly method: 'analyze'; readonly file: string; readonly version: number }
  | { readonly method: 'plan'; readonly request: PlanRequest }
  /** To a scout: the files under some roots. `documents` are open, so that what the disk says of them does not count. */
  | {
      readonly method: 'survey';
      readonly roots: readonly string[];
      readonly excludes: readonly string[];
      readonly configuration: boolean;
      readonly documents: readonly string[];
      readonly cache: CacheOptions | null;
    }
  /** To a scout: keep what it was told since the survey. */
  | { readonly method: 'save'; readonly log: readonly string[] }
  | { readonly method: 'batch'; readonly files: readonly string[] }
  /** To a scan worker: which files an engine is to look at. Only for the built-in catalog. */
  | { readonly method: 'sift'; readonly files: readonly string[] };

export type WorkerMethod = WorkerRequest['method'];

/** What a question is answered with. */
export interface WorkerResults {
  /** Analysed files whose results are stale. */
  readonly changed: readonly string[];
  /** Null when the document has another version by now or is closed. */
  readonly analyze: FileAnalysis | null;
  readonly plan: RewritePlan;
  readonly survey: null;
  readonly save: null;
  readonly batch: null;
  readonly sift: null;
}

/** What a long question tells on its way; also the sign that the worker is alive. */
export interface WorkerParts {
  readonly changed: never;
  readonly analyze: never;
  readonly plan: never;
  readonly survey: SurveyPart;
  readonly save: never;
  readonly batch: BatchPart;
  readonly sift: SiftPart;
}

/** What a scout found next. */
export interface SurveyPart {
  /** Files to analyse. */
  readonly files: readonly string[];
  /** What is known of others from the last scan. */
  readonly known: KnownFiles;
  readonly errors: readonly ScanError[];
  /** Lines that an analysis of the known files would have logged. */
  readonly log: readonly string[];
  /** True when nothing is known, so that there will be work for the others. */
  readonly isCold: boolean;
}

/** Files with results. */
export interface KnownFiles {
  readonly files: number;
  readonly parsed: number;
  readonly bytes: number;
  /** Only those with call sites. */
  readonly analyses: readonly FileAnalysis[];
  readonly notes: readonly ScanError[];
}

/** What came of the next `files` files of a batch. */
export interface BatchPart extends KnownFiles {
  readonly errors: readonly ScanError[];
  /** Where results are to be kept: those that can be, and what all were drawn from. */
  readonly record: { readonly files: readonly AnalyzedFile[]; readonly observations: Observations } | null;
}

/** What came of the next files of a batch that is sifted: of `files` there is nothing to tell. */
export interface SiftPart extends BatchPart {
  /** Those that an engine is to look at. */
  readonly left: readonly string[];
}

export type ToWorker =
  /** Always the first message; sent again, it forgets all texts and results. */
  | {
      readonly type: 'open';
      readonly maxFileBytes: number;
      /** Whether to tell what results are drawn from. */
      readonly records: boolean;
      /** The user's own catalog rows. */
      readonly overrides?: CatalogOverrides | undefined;
    }
  | { readonly type: 'document'; readonly file: string; readonly text: string; readonly version: number }
  | { readonly type: 'close'; readonly file: string }
  /** To a scout: new results to keep. */
  | { readonly type: 'results'; readonly results: NewResults }
  | { readonly type: 'request'; readonly id: number; readonly request: WorkerRequest }
  /** The answer is not wanted any more; none comes when the work is not done yet. */
  | { readonly type: 'cancel'; readonly id: number };

export type FromWorker =
  | { readonly type: 'part'; readonly id: number; readonly part: WorkerParts[WorkerMethod] }
  | { readonly type: 'result'; readonly id: number; readonly result: WorkerResults[WorkerMethod] }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  | { readonly type: 'log'; readonly line: string };
