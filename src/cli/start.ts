import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { systemCodeFolder } from '../workspace/code/codeFolder';
import { startBundle } from '../workspace/code/startBundle';

// How much of a function runs, in bytes of its bytecode, before V8 asks whether to optimise it: several times as much as usual. A scan is
// over before most of what is optimised early has paid for it, and the compiler takes the workers' cores meanwhile. For Node 20's V8
// alone: Node 22 counts otherwise, has a cheaper compiler in between, and doesn't know the flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

// A worker's heap grows to this many megabytes, which syntax trees fill soon, before V8 looks for garbage among what lived long. By
// itself it looks at every doubling from a few megabytes on, and finds next to none. What a worker may take at most stays the same.
setFlagsFromString('--initial-old-space-size=110');

// Young garbage is collected by the thread whose it is, where a scan's two workers have no processor to spare: helpers would take theirs.
if (availableParallelism() <= 2) setFlagsFromString('--no-parallel-scavenge');

// The command itself is beside this small file, and is loaded with the code that was compiled the last time.
startBundle(join(__dirname, 'command.js'), systemCodeFolder(process.env));
