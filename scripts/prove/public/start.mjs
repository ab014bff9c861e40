/** Runs an example: loads its file, and calls the function `run` that some export and leave to others to call. */
import { pathToFileURL } from 'node:url';

const [file = ''] = process.argv.splice(2, 1);
const module = await import(pathToFileURL(file).href);
const run = module.run ?? module.default?.run;
if (typeof run === 'function') await run();
