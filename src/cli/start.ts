import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { systemCodeFolder } from '../workspace/code/codeFolder';
import { startBundle } from '../workspace/code/startBundle';
import { startThread } from '../workspace/service/thread';
import { isColdScan } from './coldScan';

// V8 optimises a function when it has run ten times as much as usual, or more: a scan is over before most of what is optimised early has
// paid for it, and the compiler takes the workers' processors meanwhile (a third of all processor time on Node 22). V8 11 (Node 20) counts
// bytes of bytecode, 12 and 13 (Node 22 and 24) count calls. Others may not know either flag, and would say so.
const optimizeLater: Readonly<Record<string, string>> = {
  '11': '--interrupt-budget=1000000',
  '12': '--invocation-count-for-turbofan=30000',
  '13': '--invocation-count-for-turbofan=30000',
};
const later = optimizeLater[process.versions.v8.split('.')[0] ?? ''];
if (later !== undefined) setFlagsFromString(later);

// A worker's heap grows to this many megabytes, which syntax trees fill soon, before V8 looks for garbage among what lived long. By
// itself it looks at every doubling from a few megabytes on, and finds next to none. What a worker may take at most stays the same.
setFlagsFromString('--initial-old-space-size=110');

// Young garbage is collected by the thread whose it is, where a scan's two workers have no processor to spare: helpers would take theirs.
if (availableParallelism() <= 2) setFlagsFromString('--no-parallel-scavenge');

const codeFolder = systemCodeFolder(process.env);

// The command itself is beside this small file, and is loaded with the code that was compiled the last time. Where a worker is sure to be
// needed, its thread starts meanwhile.
const early = isColdScan(process.argv.slice(2), process.env) ? startThread('scan', join(__dirname, 'worker.js'), codeFolder) : undefined;
early?.unref();
// Whoever takes it sees that it ended.
early?.on('error', () => undefined);
startBundle(join(__dirname, 'command.js'), codeFolder, early);
