import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { axeViolations } from './harness/axe';
import { startBrowser } from './harness/browser';
import { PanelPage } from './harness/panelPage';
import { states } from './harness/states';
import { themes } from './harness/themes';

describe('panel: accessibility of every state', function () {
  this.timeout(60_000);
  let browser: Browser | undefined;

  before(async function () {
    browser = await startBrowser(this);
  });

  after(async () => browser?.close());

  for (const theme of themes) {
    for (const width of [250, 600]) {
      it(`${theme.name}, ${width} px: no violations, nothing cut off, nothing refused by the policy`, async () => {
        assert.ok(browser);
        const panel = await PanelPage.open(browser, { theme, width });
        for (const [name, state] of Object.entries(states)) {
          await panel.show(name === 'large' ? { ...state, files: state.files.slice(0, 30) } : state);
          assert.deepEqual(await axeViolations(panel.page), [], name);
          const overflow = await panel.page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
          assert.equal(overflow, 0, `${name} scrolls sideways`);
        }
        assert.deepEqual(panel.complaints, []);
        await panel.close();
      });
    }
  }
});
