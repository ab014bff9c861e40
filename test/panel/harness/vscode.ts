import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';

/** A window of VS Code with the extension loaded, driven through a browser. */
export interface VsCodeWindow {
  readonly page: Page;
  close(): Promise<void>;
}

export async function openVsCode(context: Mocha.Context, folder: string): Promise<VsCodeWindow> {
  context;
  const profile = mkdtempSync('/tmp/ow/profile-');
  mkdirSync(`${profile}/Default`);
  writeFileSync(`${profile}/Default/Preferences`, '{"profile":{"cookie_controls_mode":0,"block_third_party_cookies":false}}');
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    viewport: { width: 1100, height: 1400 },
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = browser.pages()[0] ?? (await browser.newPage());
  const payload = encodeURIComponent(
    JSON.stringify([
      ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:8123/tmp/ow/ext'],
      ['skipWelcome', 'true'],
    ]),
  );
  await page.goto(`http://127.0.0.1:8123/?folder=${folder}&payload=${payload}`);
  return { page, close: () => browser.close() };
}
