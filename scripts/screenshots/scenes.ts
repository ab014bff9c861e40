import type { Locator, Page } from 'playwright-core';

/** One picture: what is opened, and what is done before it is taken. Sizes are in CSS pixels. */
export interface Scene {
  readonly name: string;
  readonly theme: string;
  readonly width: number;
  readonly height: number;
  readonly file?: string;
  readonly arrange: (page: Page) => Promise<void>;
}

const dark = 'Default Dark Modern';
const light = 'Default Light Modern';

export const scenes: readonly Scene[] = [
  {
    name: 'hover',
    theme: dark,
    width: 960,
    height: 760,
    file: 'src/replies/draft.ts',
    arrange: async (page) => {
      await editorOnly(page);
      await typesKnown(page);
      await word(page, 'completions').first().hover();
      const hover = page.locator('.monaco-hover', { hasText: 'Endpoint:' });
      await hover.getByText('Quick Fix').waitFor();
      await hover.getByText('Checking for quick fixes').waitFor({ state: 'hidden' });
      await hover.getByText('Loading...', { exact: true }).waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'rewrite',
    theme: dark,
    width: 720,
    height: 720,
    file: 'src/replies/draft.ts',
    arrange: async (page) => {
      await editorOnly(page);
      await word(page, 'completions').first().click();
      await page.locator('.monaco-editor .codicon-light-bulb, .monaco-editor [class*="lightbulb"]').first().click();
      await page.locator('.action-widget', { hasText: 'Rewrite to' }).waitFor();
      await page.mouse.move(700, 700);
    },
  },
  {
    name: 'panel',
    theme: light,
    width: 720,
    height: 720,
    file: 'src/replies/draft.ts',
    arrange: async (page) => {
      await page.getByRole('tab', { name: /^Openward/ }).click();
      const panel = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await panel.getByRole('button', { name: 'Scan Workspace' }).click();
      await panel.getByRole('button', { name: 'Scan Again' }).waitFor();
      await widenSideBar(page, 410);
      await marked(page);
      await panel.locator('body').evaluate(`document.documentElement.scrollTop = 0;
        Promise.all(document.getAnimations().map((animation) => animation.finished))`);
    },
  },
];

/** Pulls the side bar's edge to a place from the left. */
async function widenSideBar(page: Page, to: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) throw new Error('There is no side bar.');
  const [x, y] = [box.x + box.width + 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(to, y, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(to + 200, y);
}

/** Waits until the file's closed calls are underlined. */
async function marked(page: Page): Promise<void> {
  await page.locator('.monaco-editor .squiggly-info').first().waitFor();
}

async function editorOnly(page: Page): Promise<void> {
  await page.locator('.part.sidebar').waitFor();
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+b');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  await marked(page);
}

/** Waits until TypeScript has read the project: until then its part of a hover says that it is loading. */
async function typesKnown(page: Page): Promise<void> {
  await word(page, 'draftReply').first().click();
  await page.locator('.part.statusbar .codicon-loading').first().waitFor({ state: 'hidden' });
}

/** A word of the code as the editor draws it. */
function word(page: Page, text: string): Locator {
  return page.locator('.monaco-editor .view-line span span', { hasText: text });
}
