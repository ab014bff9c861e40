import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { overviewHtml } from '../../../src/editor/panel/overviewHtml';
import { readToExtension, type OverviewState, type ToExtension, type ToPanel } from '../../../src/panel/protocol';
import type { Theme } from './themes';

const bundle = join(__dirname, '../../../dist/panel.js');
const origin = 'http://panel.test';

/** How VS Code's webview API looks to the page; what is saved outlives a reload, as it outlives hiding the panel. */
const fakeApi = `
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => void window.openwardPost(message),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
  });
`;

/** Not among the recorded properties: it depends on the machine. This is what VS Code has on Linux. */
const fontFamily = ['--vscode-font-family', 'system-ui, "Ubuntu", "Droid Sans", sans-serif'] as const;

/** The styles that VS Code puts into every webview before the page's own head. */
function hostHead(theme: Theme): string {
  const properties = [fontFamily, ...theme.properties].map(([name, value]) => `${name}: ${value};`).join('');
  return `<style id="_defaultStyles">
    :root { ${properties} }
    html { scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background); }
    body { background: var(--vscode-sideBar-background); color: var(--vscode-editor-foreground);
      font-family: var(--vscode-font-family); font-weight: var(--vscode-font-weight); font-size: var(--vscode-font-size);
      margin: 0; padding: 0 20px; }
    a:focus, input:focus, select:focus, textarea:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }
  </style>`;
}

/** The real panel, its real page and policy, in a browser; the extension's side is played by the test. */
export class PanelPage {
  readonly page: Page;
  /** Everything the panel sent, in order. */
  readonly sent: ToExtension[] = [];
  /** Errors, refused resources and policy violations; a test fails when there are any. */
  readonly complaints: string[] = [];
  #sequence = 0;
  #waiting: (() => void)[] = [];

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(
    browser: Browser,
    options: { theme: Theme; width: number; height?: number; reducedMotion?: boolean },
  ): Promise<PanelPage> {
    const context = await browser.newContext({
      viewport: { width: options.width, height: options.height ?? 900 },
      reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    const page = await context.newPage();
    const panel = new PanelPage(page);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') panel.complaints.push(message.text());
    });
    page.on('pageerror', (error) => panel.complaints.push(String(error)));
    await page.exposeFunction('openwardPost', (value: unknown) => panel.#receive(value));
    await page.addInitScript(fakeApi);
    await page.route('**/*', async (route) => {
      const url = route.request().url();
      if (url === `${origin}/`) {
        const html = overviewHtml({ scriptUri: `${origin}/panel.js`, nonce: randomBytes(16).toString('base64url') });
        const body = html
          .replace('<head>', `<head>${hostHead(options.theme)}`)
          .replace('<body>', `<body class="${options.theme.bodyClass}">`);
        await route.fulfill({ contentType: 'text/html', body });
      } else if (url === `${origin}/panel.js`) {
        await route.fulfill({ contentType: 'text/javascript', body: await readFile(bundle, 'utf8') });
      } else {
        if (!url.endsWith('/favicon.ico')) panel.complaints.push(`asked for ${url}`);
        await route.abort();
      }
    });
    await page.goto(`${origin}/`);
    await panel.received('ready');
    return panel;
  }

  /** Sends a state, with the next sequence number unless one is given, and waits until the page shows it. */
  async show(state: OverviewState, sequence = this.#sequence++): Promise<void> {
    const message: ToPanel = { type: 'state', sequence, state };
    await this.page.evaluate(
      `new Promise((done) => {
         const shown = () => document.querySelector('openward-overview').updateComplete.then(() => done());
         window.addEventListener('message', shown, { once: true });
         window.postMessage(${JSON.stringify(message)}, '*');
       })`,
    );
  }

  /** Hides the panel and shows it again: the page is thrown away and loaded anew. */
  async hideAndShow(): Promise<void> {
    const before = this.sent.length;
    await this.page.reload();
    await this.received('ready', before);
  }

  /** Waits for a message of a type among those sent after the first `from`. */
  async received<T extends ToExtension['type']>(type: T, from = 0): Promise<Extract<ToExtension, { type: T }>> {
    for (;;) {
      const found = this.sent.slice(from).find((message) => message.type === type);
      if (found) return found as Extract<ToExtension, { type: T }>;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  #receive(value: unknown): void {
    const message = readToExtension(value);
    if (message) this.sent.push(message);
    else this.complaints.push(`sent ${JSON.stringify(value)}`);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
