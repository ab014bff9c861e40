import { parentPort } from 'node:worker_threads';
import { loadCatalog } from '../../catalog';
import { createEngine } from '../../core/createEngine';
import { javascriptFrontend } from '../../core/frontend/javascript';
import { bulkParser } from './bulkParser';
import { serve } from './server';

if (!parentPort) throw new Error('This file is started as a worker thread.');

let catalog: ReturnType<typeof loadCatalog> | undefined;
serve(parentPort, (host) => createEngine((catalog ??= loadCatalog()), host, [javascriptFrontend(bulkParser())]));
