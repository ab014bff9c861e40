import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { catalogWith } from '../../catalog';
import type { Catalog } from '../../core/catalog/catalog';
import type { CatalogOverrides } from '../../core/catalog/overrides';
import { engineOver } from '../../core/engineOver';
import { frontendOver } from '../../core/frontend/javascript/frontend';
import type { SyntaxParser } from '../../core/frontend/javascript/parse';
import { pythonFrontend } from '../../core/frontend/python';
import { shellFrontend } from '../../core/frontend/shell';
import { loadBundle, type LoadedBundle } from '../code/bundleLoader';
import { isWorkerStart } from '../code/startedBundle';
import { bulkParser } from './bulkParser';
import type * as recoveringParser from './recoveringParser';
import { serve } from './server';
import { Session, type EngineFactory } from './session';

if (!parentPort) throw new Error('This file is started as a worker thread.');

const codeFolder = isWorkerStart(workerData) ? workerData.codeFolder : undefined;
let parser: LoadedBundle | undefined;
let recovering: SyntaxParser | undefined;

/** TypeScript's parser, from the bundle beside this one. */
function loadRecovering(): SyntaxParser {
  parser ??= loadBundle(join(__dirname, 'parser.js'), codeFolder);
  recovering ??= (parser.exports as typeof recoveringParser).parseWithTypeScript;
  return recovering;
}

let keepOwnCode: () => void = () => undefined;

/** For what loads this bundle: what keeps its compiled code. */
export function onWork(keep: () => void): void {
  keepOwnCode = keep;
}

let made: { readonly catalog: Catalog; readonly overrides: string } | undefined;

/** The catalog with the user's own rows, made anew only when those changed: every scan begins with an empty engine. */
function catalogOf(overrides: CatalogOverrides | undefined): Catalog {
  const key = JSON.stringify(overrides ?? {});
  if (made?.overrides !== key) made = { catalog: catalogWith(overrides), overrides: key };
  return made.catalog;
}

const create: EngineFactory = (host, overrides) =>
  engineOver(catalogOf(overrides), host, [frontendOver(bulkParser(loadRecovering)), pythonFrontend(), shellFrontend()]);
serve(
  parentPort,
  (message, log) => new Session(create, message, log),
  () => {
    keepOwnCode();
    parser?.keep();
  },
);
