import { projectFolder } from '../../../scripts/host/folders';
import { orSkip } from '../../../scripts/host/missing';
import { openWindow, type VsCodeWindow } from '../../../scripts/host/window';

export type { VsCodeWindow };

/** Opens a VS Code with the extension on a folder; without one the suite is skipped with a loud line, or fails where CI is set. */
export async function openVsCode(context: Mocha.Context, folder: string): Promise<VsCodeWindow> {
  context.timeout(600_000);
  const open = (): Promise<VsCodeWindow> =>
    openWindow({ workspace: folder, extensionDevelopmentPath: projectFolder, browser: { viewport: { width: 1100, height: 1400 } } });
  return orSkip('VS Code or a browser', open, () => context.skip());
}
