import type { RewritePlan, RewriteRequest, RewriteWarning } from '../../core/rewrite/plan';

/** A plan without what can change results, and what was therefore left out. */
export interface SafePlan {
  readonly plan: RewritePlan;
  readonly left: readonly RewriteWarning[];
}

/**
 * Plans a rewrite that can't change results. Call sites with a warning are left out as long as the plan as a whole is not
 * safe; leaving one out can change what is said of others that share its client, so the plan is made again.
 * @param plan makes a plan
 */
export async function planSafely(request: RewriteRequest, plan: (request: RewriteRequest) => Promise<RewritePlan>): Promise<SafePlan> {
  const left: RewriteWarning[] = [];
  let current = await plan(request);
  while (current.changesResults) {
    const risky = new Set(current.warnings.map((warning) => warning.fingerprint));
    const safe = current.moved.filter((fingerprint) => !risky.has(fingerprint));
    left.push(...current.warnings);
    if (safe.length === 0 || safe.length === current.moved.length) return { plan: nothing(current), left };
    current = await plan({ ...request, fingerprints: safe });
  }
  return { plan: current, left };
}

function nothing(plan: RewritePlan): RewritePlan {
  return { ...plan, steps: [], files: [], moved: [], warnings: [], changesResults: false };
}
