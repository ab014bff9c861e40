import { parentPort } from 'node:worker_threads';
import { Scout } from './scout';
import { serve } from './server';

if (!parentPort) throw new Error('This file is started as a worker thread.');

serve(parentPort, (message) => new Scout(message));
