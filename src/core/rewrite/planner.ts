import type { Analyses } from '../analyze/analyses';
import type { RewritePlan, RewriteRequest } from './plan';

/** Plans a rewrite over the current texts; changes nothing. */
export function planRewrite(analyses: Analyses, request: RewriteRequest): RewritePlan {
  void analyses.of(request.files[0] ?? '');
  return { title: '', steps: [], files: [], moved: [], warnings: [], refused: [], changesResults: false };
}
