import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectFolder } from '../host/folders';
import { openWindow } from '../host/window';
import { scenes, type Scene } from './scenes';

/** Where the README looks for its pictures. */
const target = join(projectFolder, 'media/screenshots');

/** Height of the status bar, which would only distract; CSS pixels. */
const statusBar = 32;

/** Takes the README's pictures from a real VS Code: `npm run screenshots [-- name…]`. */
async function main(names: readonly string[]): Promise<void> {
  await mkdir(target, { recursive: true });
  const wanted = scenes.filter(({ name }) => names.length === 0 || names.includes(name));
  for (const scene of wanted) {
    const path = join(target, `${scene.name}.png`);
    await inExample(scene, async (page) => {
      page.setDefaultTimeout(90_000);
      await scene.arrange(page);
      const clip = { x: 0, y: 0, width: scene.width, height: scene.height - statusBar };
      await page.screenshot({ path, clip, animations: 'disabled', caret: 'hide' });
    });
    console.log(path);
  }
}

/** Opens a window of the scene's size on a copy of the example; its packages are there, so that the editor knows every type. */
async function inExample(scene: Scene, work: (page: Page) => Promise<void>): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'openward-screenshots-'));
  const workspace = join(scratch, 'support-desk');
  await cp(join(projectFolder, 'examples/support-desk'), workspace, { recursive: true });
  await symlink(join(projectFolder, 'node_modules'), join(workspace, 'node_modules'));
  const window = await openWindow({
    workspace,
    ...(scene.file !== undefined && { openFile: join(workspace, scene.file) }),
    extensionDevelopmentPath: projectFolder,
    settings: { ...plain, 'workbench.colorTheme': scene.theme },
    browser: { viewport: { width: scene.width, height: scene.height }, deviceScaleFactor: 2 },
  });
  try {
    await work(window.page);
  } finally {
    await window.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What would only distract. */
const plain = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.guides.indentation': false,
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.overviewRulerBorder': false,
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.scrollbar.vertical': 'hidden',
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'compact',
  'workbench.layoutControl.enabled': false,
  'workbench.navigationControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
