import type { RewritePlan, RewriteRequest, RewriteWarning } from '../../core/rewrite/plan';

/** A plan without what can change results, and what was therefore left out. */
export interface SafePlan {
  readonly plan: RewritePlan;
  readonly left: readonly RewriteWarning[];
}

/**
 * Plans a rewrite that can't change results. Call sites that share a client move together or not at all, so that one whose
 * results can change keeps its whole group where it is.
 * @param plan makes a plan
 */
export async function planSafely(request: RewriteRequest, plan: (request: RewriteRequest) => Promise<RewritePlan>): Promise<SafePlan> {
  const whole = await plan(request);
  if (!whole.changesResults) return { plan: whole, left: [] };
  const waiting = new Set(whole.moved);
  const safe: string[] = [];
  const left = new Map<string, RewriteWarning>();
  for (const fingerprint of whole.moved) {
    if (!waiting.delete(fingerprint)) continue;
    const group = await plan({ ...request, fingerprints: [fingerprint] });
    for (const moved of group.moved) waiting.delete(moved);
    if (!group.changesResults) safe.push(...group.moved);
    else for (const warning of group.warnings) left.set([warning.file, warning.fingerprint, warning.reason].join('\n'), warning);
  }
  const rest = safe.length === 0 ? nothing(whole) : await plan({ ...request, fingerprints: safe });
  return { plan: rest.changesResults ? nothing(whole) : rest, left: [...left.values()] };
}

function nothing(plan: RewritePlan): RewritePlan {
  return { ...plan, steps: [], files: [], moved: [], warnings: [], changesResults: false };
}
