import { parseArgs } from 'node:util';
import { ExtensionHostConsole } from './extensionHostConsole';
import { openWindow } from './window';

/**
 * Stands in for the desktop's executable: takes its arguments for tests (`--extensionDevelopmentPath`, `--extensionTestsPath`,
 * a workspace), runs them in the VS Code from npm, shows the extension host's console and ends with the tests' exit code.
 * `OPENWARD_ENGINE=minimum` picks the oldest supported VS Code.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    // The desktop's other arguments are accepted and mean nothing here.
    strict: false,
    allowPositionals: true,
    options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
  });
  const { extensionDevelopmentPath, extensionTestsPath } = values;
  const [workspace] = positionals;
  if (typeof extensionDevelopmentPath !== 'string' || typeof extensionTestsPath !== 'string' || workspace === undefined) {
    console.error('Use: --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE WORKSPACE');
    return 2;
  }
  let exit: (code: number) => void = () => undefined;
  const code = new Promise<number>((resolve) => (exit = resolve));
  const stop = (): void => exit(130);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  const consoleLines = new ExtensionHostConsole();
  const window = await openWindow({
    workspace,
    extensionDevelopmentPath,
    extensionTestsPath,
    engine: process.env['OPENWARD_ENGINE'] === 'minimum' ? 'minimum' : 'newest',
    prepare: async (page) => {
      await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => consoleLines.add(type, args));
      await page.exposeFunction('codeAutomationExit', (exitCode: number) => exit(exitCode));
    },
  });
  const death = window.died.then((reason) => {
    throw new Error(`The tests did not end: ${reason}.`);
  });
  try {
    const result = await Promise.race([code, death]);
    if (result !== 0) consoleLines.showErrors();
    return result;
  } finally {
    death.catch(() => undefined);
    await window.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
