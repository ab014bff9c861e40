import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { installedExtensions, installExtension } from '../../scripts/host/extensions';
import { projectFolder } from '../../scripts/host/folders';
import { orSkip } from '../../scripts/host/missing';
import { npmVsCode, type NpmVsCode } from '../../scripts/host/npmVsCode';
import { openWindow, type VsCodeWindow } from '../../scripts/host/window';

const vsix = join(projectFolder, 'openward.vsix');
const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string };

/** The package as users get it, in a VS Code that knows nothing of the sources. */
describe('the packed extension', function () {
  this.timeout(120_000);
  let scratch: string;
  let dataFolder: string;
  let vscode: NpmVsCode;
  let window: VsCodeWindow | undefined;
  let page: Page;

  before(async function () {
    this.timeout(600_000);
    assert.ok(existsSync(vsix), 'npm run package makes it');
    vscode = await orSkip('the VS Code from npm', npmVsCode, () => this.skip());
    scratch = await mkdtemp(join(tmpdir(), 'openward-vsix-'));
    dataFolder = join(scratch, 'data');
    const workspace = join(scratch, 'support-desk');
    await cp(join(projectFolder, 'examples/support-desk'), workspace, { recursive: true });
    await mkdir(dataFolder);
    await installExtension(vscode, vsix, dataFolder);
    window = await orSkip(
      'a browser',
      () => openWindow({ workspace, dataFolder, openFile: join(workspace, 'src/replies/draft.ts') }),
      () => this.skip(),
    );
    ({ page } = window);
  });

  after(async () => {
    await window?.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is installed, and carries no sources', async () => {
    assert.deepEqual(await installedExtensions(vscode, dataFolder), [`openward.openward@${manifest.version}`]);
    const folder = join(dataFolder, 'extensions', `openward.openward-${manifest.version}`);
    assert.deepEqual((await readdir(join(folder, 'dist'))).sort(), [
      'catalog.js',
      'data',
      'engine.js',
      'extension.js',
      'panel.js',
      'parser.js',
      'scout.js',
      'worker.js',
    ]);
    assert.equal(existsSync(join(folder, 'src')), false);
    assert.equal(existsSync(join(folder, 'node_modules')), false);
  });

  it('marks the closed calls of an opened file', async () => {
    await page.getByRole('tab', { name: /draft\.ts/ }).waitFor();
    await page.locator('.monaco-editor .squiggly-info').first().waitFor();
    await page.keyboard.press('Control+Shift+M');
    await page
      .getByRole('treeitem', { name: /goes to (OpenAI|Anthropic)/ })
      .first()
      .waitFor();
  });

  it('shows the panel, and scans with it', async () => {
    await page.getByRole('tab', { name: /^Openward/ }).click();
    const panel: FrameLocator = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await panel.getByRole('button', { name: 'Scan Workspace' }).click();
    await panel.getByRole('button', { name: 'Scan Again' }).waitFor();
    assert.match(await panel.locator('.share').innerText(), /\d+ of \d+ call sites are closed/);
  });
});
