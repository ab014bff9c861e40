import { parentPort } from 'node:worker_threads';
import { loadCatalog } from '../../catalog';
import { createEngine } from '../../core/createEngine';
import { javascriptFrontend } from '../../core/frontend/javascript';
import { bulkParser } from './bulkParser';
import { serve } from './server';
import { Session, type EngineFactory } from './session';

if (!parentPort) throw new Error('This file is started as a worker thread.');

let catalog: ReturnType<typeof loadCatalog> | undefined;
const create: EngineFactory = (host) => createEngine((catalog ??= loadCatalog()), host, [javascriptFrontend(bulkParser())]);
serve(parentPort, (message, log) => new Session(create, message, log));
