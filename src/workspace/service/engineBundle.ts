import { join } from 'node:path';
import { catalogWith, loadCatalog } from '../../catalog';
import type { Catalog } from '../../core/catalog/catalog';
import type { CatalogOverrides } from '../../core/catalog/overrides';
import { rememberConfigurationPrefilter } from '../../core/configuration/prefilter';
import { engineOver } from '../../core/engineOver';
import { frontendOver } from '../../core/frontend/javascript/frontend';
import type { SyntaxParser } from '../../core/frontend/javascript/parse';
import { pythonFrontend } from '../../core/frontend/python';
import { shellFrontend } from '../../core/frontend/shell';
import { rememberPrefilters } from '../../core/prefilter/prefilterFor';
import { loadBundle, type LoadedBundle } from '../code/bundleLoader';
import { bulkParser } from './bulkParser';
import type { Prefilters } from './prefilters';
import type * as recoveringParser from './recoveringParser';
import type { RecentReads } from '../cache/recentReads';
import type { OpenMessage, WorkerSession } from './server';
import { Session, type EngineFactory } from './session';

/** What the bundle with the engine gives a worker that needs one. */
export interface EngineBundle {
  /** @param reads texts that a scan has read, and reads; absent where files may change meanwhile */
  readonly open: (message: OpenMessage, log: (line: string) => void, reads?: RecentReads) => WorkerSession;
  /** Keeps the compiled code of what was loaded beside it, after the analysis of so many files. */
  readonly keep: (files: number) => void;
}

/**
 * Makes what opens sessions with engines.
 * @param prefilters those of the built-in catalog
 * @param codeFolder absolute folder for compiled code, undefined where none is kept
 */
export function engines(prefilters: Prefilters, codeFolder: string | undefined): EngineBundle {
  let parser: LoadedBundle | undefined;
  let recovering: SyntaxParser | undefined;
  /** TypeScript's parser, from the bundle beside this one. */
  const loadRecovering = (): SyntaxParser => {
    parser ??= loadBundle(join(__dirname, 'parser.js'), codeFolder);
    recovering ??= (parser.exports as typeof recoveringParser).parseWithTypeScript;
    return recovering;
  };
  rememberPrefilters(loadCatalog(), (language) => prefilters.code(language));
  rememberConfigurationPrefilter(loadCatalog(), () => prefilters.configuration());
  const create: EngineFactory = (host, overrides) =>
    engineOver(catalogOf(overrides), host, [frontendOver(bulkParser(loadRecovering)), pythonFrontend(), shellFrontend()]);
  return { open: (message, log, reads) => new Session(create, message, log, reads), keep: (files) => parser?.keep(files) };
}

let made: { readonly catalog: Catalog; readonly overrides: string } | undefined;

/** The catalog with the user's own rows, made anew only when those changed: every scan begins with an empty engine. */
function catalogOf(overrides: CatalogOverrides | undefined): Catalog {
  const key = JSON.stringify(overrides ?? {});
  if (made?.overrides !== key) made = { catalog: catalogWith(overrides), overrides: key };
  return made.catalog;
}
