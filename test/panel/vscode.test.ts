import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { axeViolations } from './harness/axe';
import { openVsCode, type VsCodeWindow } from './harness/vscode';

const example = join(__dirname, '../../examples/support-desk');

/** Light and dark are the engine's own defaults, whatever they are called there; only high contrast has a name that lasts. */
const themes = [
  { name: 'light', kind: 'vscode-light', scheme: 'light', settings: { 'window.autoDetectColorScheme': true } },
  { name: 'dark', kind: 'vscode-dark', scheme: 'dark', settings: { 'window.autoDetectColorScheme': true } },
  { name: 'high contrast', kind: 'vscode-high-contrast', scheme: 'dark', settings: { 'workbench.colorTheme': 'Default High Contrast' } },
] as const;

/** The panel's page: VS Code nests a webview in two frames. Found anew at each use, because a hidden one is thrown away. */
function panelOf(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

describe('panel: in VS Code', function () {
  this.timeout(180_000);
  let folder: string;
  let vscode: VsCodeWindow;
  let page: Page;
  let panel: FrameLocator;

  const button = (name: string | RegExp): Locator => panel.getByRole('button', { name });

  async function useTheme({ scheme, settings, kind }: (typeof themes)[number]): Promise<void> {
    await page.emulateMedia({ colorScheme: scheme });
    await mkdir(join(folder, '.vscode'), { recursive: true });
    await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
    await panel.locator(`body.${kind}`).waitFor();
  }

  before(async function () {
    folder = await mkdtemp(join(tmpdir(), 'openward-panel-'));
    await cp(example, folder, { recursive: true });
    vscode = await openVsCode(this, folder);
    ({ page } = vscode);
    await page.getByRole('tab', { name: /^Openward/ }).click();
    panel = panelOf(page);
  });

  after(async () => {
    await (vscode as VsCodeWindow | undefined)?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('welcomes, scans on a click and shows what the scan found', async () => {
    await button('Scan Workspace').click();
    await button('Scan Again').waitFor();
    assert.match(await panel.locator('.share').innerText(), /\d+ of \d+ call sites are closed/);
    const vendors = await panel.getByRole('region', { name: 'Vendors' }).locator('.name').allInnerTexts();
    assert.deepEqual([...vendors].sort(), ['Anthropic', 'Ollama', 'OpenAI']);
    const files = await panel.locator('tbody .name').allInnerTexts();
    assert.ok(files.includes('client.ts') && files.includes('spam.ts'), files.join(', '));
    assert.ok(!files.includes('chatWidget.ts'), 'the look-alike stays silent');
    const spam = panel.getByRole('row', { name: /spam\.ts/ });
    assert.equal(await spam.getByRole('cell').first().innerText(), '0', 'a local Ollama is not closed');
  });

  for (const theme of themes) {
    it(`has no violations in ${theme.name}`, async () => {
      await useTheme(theme);
      const body = await panel.locator('body').elementHandle();
      const frame = await body.ownerFrame();
      assert.ok(frame);
      // The page is transparent, and axe can't look through its frame at the side bar's colour.
      const background = await page.evaluate<string>(`getComputedStyle(document.querySelector('.part.sidebar')).backgroundColor`);
      await frame.evaluate(`document.documentElement.style.background = ${JSON.stringify(background)}`);
      assert.deepEqual(await axeViolations(frame), []);
    });
  }

  it('opens a file at its first closed call site', async () => {
    await button(/language\.ts/).click();
    await page.getByRole('tab', { name: /language\.ts/ }).waitFor();
    await page.getByRole('button', { name: /Ln 3, Col \d+ \(5 selected\)/ }).waitFor();
  });

  it('follows the code as it is typed', async () => {
    const before = await panel.locator('.legend .number').first().innerText();
    await page.locator('.monaco-editor .view-lines').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await panel.getByRole('row', { name: /language\.ts/ }).waitFor({ state: 'detached' });
    assert.equal(Number(await panel.locator('.legend .number').first().innerText()), Number(before) - 1);
    await page.keyboard.press('Control+Z');
    await panel.getByRole('row', { name: /language\.ts/ }).waitFor();
  });

  it('comes back as it was after another view was shown', async () => {
    await button('File').click();
    const order = await panel.locator('tbody .name').allInnerTexts();
    await page.getByRole('tab', { name: /^Explorer/ }).click();
    await page.getByRole('tree', { name: 'Files Explorer' }).waitFor();
    await page.getByRole('tab', { name: /^Openward/ }).click();
    await button('Scan Again').waitFor();
    assert.deepEqual(await panel.locator('tbody .name').allInnerTexts(), order);
  });
});
