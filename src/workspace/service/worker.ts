import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadBundle, type LoadedBundle } from '../code/bundleLoader';
import { builtInSigns } from './builtInSigns.built';
import { engineBundleName } from './channel';
import { isWorkerStart } from './thread';
import type * as engineBundle from './engineBundle';
import { Prefilters } from './prefilters';
import { serve } from './server';
import { SiftingSession } from './siftingSession';

if (!parentPort) throw new Error('This file is started as a worker thread.');

const codeFolder = isWorkerStart(workerData) ? workerData.codeFolder : undefined;
const prefilters = new Prefilters(builtInSigns);
let bundle: LoadedBundle | undefined;
let engines: engineBundle.EngineBundle | undefined;

/** The engine, from the bundle beside this one: many workers are done before they need it. */
function loadEngines(): engineBundle.EngineBundle {
  bundle ??= loadBundle(join(__dirname, engineBundleName), codeFolder);
  engines ??= (bundle.exports as typeof engineBundle).engines(prefilters, codeFolder);
  return engines;
}

serve(
  parentPort,
  (message, log) => new SiftingSession(message, prefilters, (reads) => loadEngines().open(message, log, reads)),
  (files) => {
    bundle?.keep(files);
    engines?.keep(files);
  },
);
