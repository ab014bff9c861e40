import type { Catalog } from './catalog/catalog';
import type { Engine } from './engine';
import { engineOver } from './engineOver';
import type { Frontend } from './facts/moduleFacts';
import { javascriptFrontend } from './frontend/javascript';
import { pythonFrontend } from './frontend/python';
import { shellFrontend } from './frontend/shell';
import type { ModuleHost } from './moduleHost';

/** Builds the engine over a catalog and a host, for all languages with the parsers that recover. The host stays the owner of all texts. */
export function createEngine(
  catalog: Catalog,
  host: ModuleHost,
  frontends: readonly Frontend[] = [javascriptFrontend(), pythonFrontend(), shellFrontend()],
): Engine {
  return engineOver(catalog, host, frontends);
}
