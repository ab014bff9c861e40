import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * VS Code writes its own logs through a native package that needs a compiler. This is the same interface without the files;
 * assigned name by name, because VS Code imports it as a module and Node finds names only where they are written like this.
 */
const logger = `'use strict';
class Logger {
  getLevel() {
    return 2;
  }
}
for (const name of ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'setLevel', 'clearFormatters', 'setPattern', 'flush', 'drop']) {
  Logger.prototype[name] = () => undefined;
}
const create = () => Promise.resolve(new Logger());
exports.version = 0;
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.shutdown = () => undefined;
`;

/** Ends the extension host when the server is gone; ours is ended together with its server. */
const watchdog = `'use strict';
exports.start = () => undefined;
exports.exit = (code) => process.exit(code);
`;

/** Puts plain JavaScript into the place of the native packages without which a VS Code's server does not start or complains. */
export async function replaceNativeParts(vscodeFolder: string): Promise<void> {
  const packages = { '@vscode/spdlog': logger, '@vscode/native-watchdog': watchdog, 'native-watchdog': watchdog };
  for (const [name, source] of Object.entries(packages)) {
    // Which of them there are depends on the version.
    await writeFile(join(vscodeFolder, 'node_modules', name, 'index.js'), source).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    });
  }
}
