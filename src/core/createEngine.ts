import { Analyses } from './analyze/analyses';
import type { Catalog } from './catalog/catalog';
import type { Engine } from './engine';
import type { Frontend } from './facts/moduleFacts';
import { javascriptFrontend } from './frontend/javascript';
import type { ModuleHost } from './moduleHost';
import { planRewrite } from './rewrite/planner';

/** Builds the engine over a catalog and a host. The host stays the owner of all texts. */
export function createEngine(catalog: Catalog, host: ModuleHost, frontends: readonly Frontend[] = [javascriptFrontend()]): Engine {
  const analyses = new Analyses(catalog, host, frontends);
  return {
    analyze: (file) => analyses.of(file).result,
    invalidate: (file) => analyses.invalidate(file),
    plan: (request) => planRewrite(analyses, request),
  };
}
