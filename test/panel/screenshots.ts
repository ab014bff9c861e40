import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../../scripts/host/browser';
import { PanelPage } from './harness/panelPage';
import { states } from './harness/states';
import { themes } from './harness/themes';

/** Takes a picture of every state in every theme, narrow and wide: `tsx test/panel/screenshots.ts [folder]`. */
async function main(): Promise<void> {
  const folder = process.argv[2] ?? 'out/panel';
  await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  for (const theme of themes) {
    for (const width of [250, 600]) {
      const panel = await PanelPage.open(browser, { theme, width });
      for (const [name, state] of Object.entries(states)) {
        await panel.show(state);
        await panel.page.screenshot({ path: join(folder, `${name}-${theme.name}-${String(width)}.png`), fullPage: name !== 'large' });
      }
      for (const complaint of new Set(panel.complaints)) console.error(complaint);
      await panel.close();
    }
  }
  await browser.close();
}

void main();
