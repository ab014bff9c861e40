import { join } from 'node:path';
import { systemCodeFolder } from '../workspace/code/codeFolder';
import { startBundle } from '../workspace/code/startBundle';

// The command itself is beside this small file, and is loaded with the code that was compiled the last time.
startBundle(join(__dirname, 'command.js'), systemCodeFolder(process.env));
