import { workerData } from 'node:worker_threads';
import { isWorkerStart } from './startedBundle';
import { startBundle } from './startBundle';

// What a worker's thread runs first where compiled code is kept: a small bundle that loads the worker's own.
if (!isWorkerStart(workerData)) throw new Error('This file is started as a worker thread, with the bundle that it is to load.');
startBundle(workerData.bundle, workerData.codeFolder);
