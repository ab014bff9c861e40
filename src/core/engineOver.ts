import { Analyses } from './analyze/analyses';
import type { Catalog } from './catalog/catalog';
import type { Engine } from './engine';
import type { Frontend } from './facts/moduleFacts';
import type { ModuleHost } from './moduleHost';
import { planReplacement } from './rewrite/model/replacement';
import { planRewrite } from './rewrite/planner';

/** Builds the engine over a catalog, a host and the languages it is to speak. The host stays the owner of all texts. */
export function engineOver(catalog: Catalog, host: ModuleHost, frontends: readonly Frontend[]): Engine {
  const analyses = new Analyses(catalog, host, frontends);
  return {
    analyze: (file) => analyses.of(file).result,
    invalidate: (file, isNew) => analyses.invalidate(file, isNew),
    release: (file) => analyses.release(file),
    plan: (request) => ('replace' in request ? planReplacement(analyses, request) : planRewrite(analyses, request)),
  };
}
