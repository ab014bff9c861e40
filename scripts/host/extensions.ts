import type { NpmVsCode } from './npmVsCode';
import { run } from './run';

/** Installs a packed extension as a user's VS Code does, into a server's data folder; rejects when VS Code refuses it. */
export async function installExtension({ node, main }: NpmVsCode, vsix: string, dataFolder: string): Promise<void> {
  await run(node, [main, '--install-extension', vsix, ...dataArguments(dataFolder)], { cwd: dataFolder });
}

/** The extensions that are installed in a data folder, as `publisher.name@version`. */
export async function installedExtensions({ node, main }: NpmVsCode, dataFolder: string): Promise<string[]> {
  const printed = await run(node, [main, '--list-extensions', '--show-versions', ...dataArguments(dataFolder)], { cwd: dataFolder });
  return printed.split('\n').filter((line) => /^[\w-]+\.[\w-]+@/.test(line));
}

function dataArguments(dataFolder: string): string[] {
  return ['--accept-server-license-terms', '--server-data-dir', dataFolder];
}
