import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { version } from '../../package.json';
import { once } from '../core/once';
import { dayOf } from '../core/retirement/standing';
import { systemCodeFolder } from '../workspace/code/codeFolder';
import { createEngineService } from '../workspace/service/client';
import { Scout } from '../workspace/service/scout';
import { exitCodes } from './exit';
import { runCli } from './program';

const interrupt = new AbortController();
const codeFolder = systemCodeFolder(process.env);

let hasScanned = false;
let keepOwnCode: () => void = () => undefined;

/** For what loads this bundle: what keeps its compiled code. */
export function onWork(keep: () => void): void {
  keepOwnCode = keep;
}

// The first time asks for an orderly end, the second time does not ask.
process.on('SIGINT', () => {
  if (interrupt.signal.aborted) process.exit(exitCodes.interrupted);
  interrupt.abort();
});

/** Whoever reads our output may stop early (`openward scan | head`): that is no failure of ours. */
function readByOthers(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  return stream;
}

// Made when asked for: what Node loads for a stream takes longer than a report that goes to a file.
const stdout = once(() => readByOthers(process.stdout));
const stderr = once(() => readByOthers(process.stderr));

/**
 * Runs the command that the process was asked for.
 * @param early a thread for the first worker of a scan that runs already; undefined where none may be needed
 */
export function start(early: Worker | undefined): void {
  void runCli(process.argv.slice(2), {
    get stdout() {
      return stdout();
    },
    get stderr() {
      return stderr();
    },
    cwd: process.cwd(),
    variables: process.env,
    version,
    today: dayOf(new Date()),
    catalogs: () => import('../catalog'),
    createService: (options) => {
      hasScanned = true;
      return createEngineService({
        ...options,
        workerPath: join(__dirname, 'worker.js'),
        scout: (message) => new Scout(message),
        codeFolder,
        early,
      });
    },
    signal: interrupt.signal,
  }).then((code) => {
    // Not `exit`, which would cut off what is still on its way into a pipe.
    process.exitCode = code;
    if (hasScanned) keepOwnCode();
  });
}
