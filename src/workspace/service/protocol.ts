import type { FileAnalysis } from '../../core/callSite';
import type { RewritePlan, RewriteRequest } from '../../core/rewrite/plan';
import type { ScanError } from './engineService';

/**
 * What a worker is started for. Scan workers come and go; a rescue worker takes the files that brought a scan worker down; the
 * interactive one lives with the editor.
 */
export type WorkerPurpose = 'interactive' | 'scan' | 'rescue';

/** A question to a worker. Questions are answered in order, each by one `result` or one `failed`. */
export type WorkerRequest =
  | { readonly method: 'changed'; readonly file: string }
  | { readonly method: 'analyze'; readonly file: string; readonly version: number }
  | { readonly method: 'plan'; readonly request: RewriteRequest }
  | { readonly method: 'walk'; readonly roots: readonly string[]; readonly excludes: readonly string[] }
  | { readonly method: 'batch'; readonly files: readonly string[] };

export type WorkerMethod = WorkerRequest['method'];

/** What a question is answered with. */
export interface WorkerResults {
  /** Analysed files whose results are stale. */
  readonly changed: readonly string[];
  /** Null when the document has another version by now or is closed. */
  readonly analyze: FileAnalysis | null;
  readonly plan: RewritePlan;
  readonly walk: null;
  readonly batch: null;
}

/** What a long question tells on its way; also the sign that the worker is alive. */
export interface WorkerParts {
  readonly changed: never;
  readonly analyze: never;
  readonly plan: never;
  readonly walk: WalkPart;
  readonly batch: BatchPart;
}

export interface WalkPart {
  readonly files: readonly string[];
  readonly errors: readonly ScanError[];
}

/** What came of the next `files` files of a batch. */
export interface BatchPart {
  readonly files: number;
  readonly parsed: number;
  readonly bytes: number;
  /** Only those with call sites. */
  readonly analyses: readonly FileAnalysis[];
  readonly errors: readonly ScanError[];
  readonly notes: readonly ScanError[];
}

export type ToWorker =
  /** Always the first message; sent again, it forgets all texts and results. */
  | { readonly type: 'open'; readonly maxFileBytes: number }
  | { readonly type: 'document'; readonly file: string; readonly text: string; readonly version: number }
  | { readonly type: 'close'; readonly file: string }
  | { readonly type: 'request'; readonly id: number; readonly request: WorkerRequest }
  /** The answer is not wanted any more; none comes when the work is not done yet. */
  | { readonly type: 'cancel'; readonly id: number };

export type FromWorker =
  | { readonly type: 'part'; readonly id: number; readonly part: WorkerParts[WorkerMethod] }
  | { readonly type: 'result'; readonly id: number; readonly result: WorkerResults[WorkerMethod] }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  | { readonly type: 'log'; readonly line: string };
