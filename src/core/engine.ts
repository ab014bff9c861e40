import type { FileAnalysis } from './callSite';
import type { PlanRequest, RewritePlan } from './rewrite/plan';

/**
 * The one engine behind every surface. Total: any text gives a result, never an exception. Results follow the texts that the
 * host holds; call {@link Engine.invalidate} after a file changed.
 */
export interface Engine {
  /** Call sites of one file, cached until the file or one it depends on is invalidated. */
  analyze(file: string): FileAnalysis;
  /**
   * Forgets a file's text and every result that depends on it; returns the files whose results were dropped. `isNew`: there was no
   * such file before, so that imports which led nowhere may mean it.
   */
  invalidate(file: string, isNew: boolean): readonly string[];
  /** Lets go of a file's result, and of what is known of the file unless another result was drawn from it. Nothing that is asked changes. */
  release(file: string): void;
  /** Plans a rewrite over the host's current texts; changes nothing. */
  plan(request: PlanRequest): RewritePlan;
}
