import assert from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';
import type { OverviewState } from '../../src/panel/protocol';
import { axeViolations } from './harness/axe';
import { startBrowser } from './harness/browser';
import { PanelPage } from './harness/panelPage';
import { never, results, states } from './harness/states';
import { themes } from './harness/themes';

const [theme] = themes;

/** Start of an expression that looks into the panel's shadow root. */
const inPanel = `var root = document.querySelector('openward-overview').shadowRoot`;

/** `rgb(0, 95, 184)` as `#005fb8`. */
function hexColor(rgb: string): string {
  return `#${(rgb.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

describe('panel: in a browser', function () {
  this.timeout(30_000);
  let browser: Browser | undefined;
  let panel: PanelPage;

  const button = (name: string | RegExp): Locator => panel.page.getByRole('button', { name });
  const text = async (selector: string): Promise<string> => (await panel.page.locator(selector).innerText()).replaceAll(/\s+/g, ' ');
  const fileNames = (): Promise<string[]> => panel.page.locator('tbody .name').allInnerTexts();
  const focused = (): Promise<string> => panel.page.locator('openward-overview :focus').innerText();

  before(async function () {
    browser = await startBrowser(this);
  });

  beforeEach(async () => {
    assert.ok(theme && browser);
    panel = await PanelPage.open(browser, { theme, width: 250 });
  });

  afterEach(async () => {
    const { complaints } = panel;
    await panel.close();
    assert.deepEqual(complaints, []);
  });

  after(async () => browser?.close());

  it('says ready once, shows nothing before the first state, and is welcoming before the first scan', async () => {
    assert.deepEqual(panel.sent, [{ type: 'ready' }]);
    assert.equal(await text('main'), 'Openward overview');
    await panel.show(never);
    assert.match(await text('main'), /Where does your code call models\?/);
    await button('Scan Workspace').click();
    await panel.received('scan');
  });

  it('has one line for configuration, with and without call sites', async () => {
    const { configuration } = results;
    await panel.show(results);
    assert.match(await text('main'), /Configuration: 3 dependencies, 2 credentials, 1 setting in 4 files\./);
    await panel.show({ ...never, configuration });
    assert.match(await text('main'), /Configuration: 3 dependencies/);
    await panel.show(never);
    assert.doesNotMatch(await text('main'), /Configuration/);
  });

  it('offers to open a folder where there is none', async () => {
    await panel.show({ ...never, scan: { kind: 'no-folder' } });
    await button('Open Folder…').click();
    await panel.received('openFolder');
    assert.equal(await button(/scan/i).count(), 0);
  });

  it('scans and cancels with one button that keeps the focus', async () => {
    await panel.show(never);
    await button('Scan Workspace').focus();
    await panel.page.keyboard.press('Enter');
    await panel.received('scan');
    await panel.show({ ...never, scan: { kind: 'scanning', files: 0, total: 0, callSites: 0 } });
    assert.equal(await focused(), 'Cancel');
    await panel.show({ ...never, scan: { kind: 'scanning', files: 120, total: 340, callSites: 6 } });
    assert.equal(await text('.scan .quiet'), '120 of 340 files, 6 call sites');
    const bar = panel.page.getByRole('progressbar', { name: 'Scan progress' });
    assert.deepEqual([await bar.getAttribute('aria-valuenow'), await bar.getAttribute('aria-valuemax')], ['120', '340']);
    await panel.page.keyboard.press('Space');
    await panel.received('cancelScan');
    await panel.show(results);
    assert.equal(await focused(), 'Scan Again');
  });

  it('a double click scans and does not cancel', async () => {
    await panel.show(never);
    await button('Scan Workspace').dblclick();
    await panel.received('scan');
    await panel.show({ ...never, scan: { kind: 'scanning', files: 1, total: 2, callSites: 0 } });
    await button('Cancel').click();
    await panel.received('cancelScan');
    assert.deepEqual(
      panel.sent.map((message) => message.type),
      ['ready', 'scan', 'cancelScan'],
    );
  });

  it('tells a screen reader how the scan goes', async () => {
    const said = (): Promise<string> => panel.page.getByRole('status').innerText();
    await panel.show(never);
    assert.equal(await said(), '');
    await panel.show({ ...never, scan: { kind: 'scanning', files: 1, total: 100, callSites: 0 } });
    assert.equal(await said(), 'Scanning.');
    await panel.show({ ...never, scan: { kind: 'scanning', files: 60, total: 100, callSites: 0 } });
    assert.equal(await said(), '50% scanned.');
    await panel.show(results);
    assert.equal(await said(), 'Scan finished. 14 of 17 call sites are closed.');
  });

  it('shows the closed share as a number, a sentence and a meter', async () => {
    await panel.show(results);
    assert.equal(await text('.share'), '82% 14 of 17 call sites are closed.');
    const meter = panel.page.getByRole('meter', { name: 'Closed share' });
    assert.equal(await meter.getAttribute('aria-valuenow'), '82');
    assert.equal(await meter.getAttribute('aria-valuetext'), '82%. 14 of 17 call sites are closed.');
    const width = async (selector: string): Promise<number> => (await meter.locator(selector).boundingBox())?.width ?? 0;
    const share = (await width('.closed')) / (await width('.bar'));
    assert.ok(Math.abs(share - 14 / 17) < 0.01, `the closed part is ${share} of the meter`);
    assert.match(await text('.headline'), /Not counted: 3 not decided by the code, 1 accepted\./);
  });

  it('draws bars in the colours of their legend, also where a theme’s colours let through what is under them', async () => {
    await panel.show(results);
    await panel.page.evaluate(`document.documentElement.style.setProperty('--vscode-charts-orange', '#d186167f')`);
    const colors = await panel.page.evaluate<string[]>(`${inPanel};
      ['.segment.closed', '.swatch.closed'].map((each) => getComputedStyle(root.querySelector(each)).backgroundColor)`);
    assert.match(colors[0] ?? '', /^color\(srgb [\d.]+ [\d.]+ [\d.]+\)$/);
    assert.equal(colors[0], colors[1]);
  });

  it('lists retirements, the next first, and opens the call sites of one by mouse and by keyboard', async () => {
    await panel.show(results);
    const region = panel.page.getByRole('region', { name: 'Retirements' });
    const rows = region.getByRole('listitem');
    assert.equal(await rows.count(), 6);
    assert.match(
      (await rows.first().innerText()).replaceAll(/\s+/g, ' '),
      /^11 Dec( 2026)? in 16 days gpt-5 OpenAI, 3 call sites Replacement: gpt-5\.6-sol Retiring$/,
    );
    assert.match(await rows.nth(3).innerText(), /No date/);
    assert.match(await region.innerText(), /As of 30 Jul( 2026)?, by the vendors’ own pages\./);
    await rows.first().getByRole('button').click();
    assert.equal((await panel.received('openRetirement')).id, '["openai","gpt-5"]');
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('Enter');
    assert.equal((await panel.received('openRetirement', panel.sent.length - 1)).id, '["openai","gpt-realtime"]');
    await button('Show all 7 retirements').click();
    assert.equal(await rows.count(), 7);
    assert.equal(await button('Show fewer').getAttribute('aria-expanded'), 'true');
  });

  it('says so where nothing is known to be retired', async () => {
    await panel.show({ ...results, retirements: [] });
    const region = panel.page.getByRole('region', { name: 'Retirements' });
    assert.match(await region.innerText(), /No model that the code names is known to be retired by its vendor\./);
    assert.equal(await region.getByRole('listitem').count(), 0);
  });

  it('lists vendors, models and portability with their numbers', async () => {
    await panel.show(results);
    const region = (name: string): Locator => panel.page.getByRole('region', { name });
    assert.equal(await region('Vendors').getByRole('listitem').first().innerText(), 'OpenAI\n11 closed');
    assert.match(await region('Vendors').innerText(), /OpenAI has 11 of 14 closed call sites/);
    assert.equal(await region('Models').getByRole('listitem').count(), results.models.length);
    assert.match(await region('Models').innerText(), /2 requests name their model at run time/);
    assert.match(await region('Moving to open weights').innerText(), /Drop-in\s+9[^]*Adapt\s+4[^]*Locked\s+1[^]*Rewrites go to Ollama/);
    await button('Change target…').click();
    await panel.received('chooseTarget');
  });

  it('leaves out what does not apply', async () => {
    await panel.show(states['all-open'] as OverviewState);
    assert.equal(await text('.share'), '0% No closed call sites among 3.');
    assert.equal(await panel.page.getByRole('region', { name: 'Moving to open weights' }).count(), 0);
    await panel.show(states['nothing-decided'] as OverviewState);
    assert.equal(await panel.page.getByRole('meter').count(), 0);
  });

  it('says that nothing was found, and what was read', async () => {
    await panel.show(states['no-call-sites'] as OverviewState);
    assert.match(await text('main'), /No call sites found Openward read 214 files and found no request to a model/);
    assert.equal(await panel.page.getByRole('table').count(), 0);
  });

  it('shows an error with a way on, and keeps earlier results', async () => {
    await panel.show(states['error-with-results'] as OverviewState);
    assert.match(await text('.problem'), /The scan failed\. The worker stopped\./);
    assert.equal(await panel.page.getByRole('table').count(), 1);
    await button('Show Log').click();
    await panel.received('showLog');
    await button('Try Again').click();
    await panel.received('scan');
  });

  it('shows names as text, whatever they hold', async () => {
    const name = '<img src=x onerror=alert(1)>';
    await panel.show({ ...results, models: [{ model: name, vendorName: name, openness: 'closed', callSites: 1 }] });
    assert.match(await text('.models'), /<img src=x/);
    assert.equal(await panel.page.locator('img').count(), 0);
  });

  it('opens a file by click on its name and anywhere in its row', async () => {
    await panel.show(results);
    await button(/draft\.ts/).click();
    assert.equal((await panel.received('openFile')).file, '/projects/desk/src/replies/draft.ts');
    const before = panel.sent.length;
    await panel.page.locator('tr', { hasText: 'spam.ts' }).locator('td').last().click();
    assert.equal((await panel.received('openFile', before)).file, '/projects/desk/src/jobs/spam.ts');
    assert.equal(panel.sent.filter((message) => message.type === 'openFile').length, 2, 'one message a click');
  });

  it('sorts by header, by mouse and by keyboard', async () => {
    await panel.show(results);
    const header = (name: string): Locator => panel.page.getByRole('columnheader', { name, exact: true });
    assert.equal(await header('Closed').getAttribute('aria-sort'), 'descending');
    assert.equal((await fileNames())[0], 'draft.ts');
    await button('Closed').click();
    assert.equal(await header('Closed').getAttribute('aria-sort'), 'ascending');
    assert.equal((await fileNames())[0], 'spam.ts');
    await button('File').focus();
    await panel.page.keyboard.press('Enter');
    assert.equal(await header('File').getAttribute('aria-sort'), 'ascending');
    assert.equal(await header('Closed').getAttribute('aria-sort'), null);
    assert.equal((await fileNames())[0], 'orders.ts');
    assert.equal(await focused(), 'File');
  });

  it('reaches every control with the tab key, the rows as one stop', async () => {
    await panel.show(results);
    const stops: string[] = [];
    for (let press = 0; press < 8; press++) {
      await panel.page.keyboard.press('Tab');
      stops.push((await focused()).replaceAll(/\s+/g, ' '));
    }
    assert.deepEqual(
      stops.map((stop) => stop.replace(/^11 Dec.*gpt-5 .*$/, 'gpt-5')),
      ['Scan Again', 'gpt-5', 'Show all 7 retirements', 'Change target…', 'File', 'Closed', 'All', 'draft.ts src/replies'],
    );
    await panel.page.keyboard.press('Shift+Tab');
    assert.equal(await focused(), 'All');
  });

  it('moves through the rows with the arrow keys and opens with Enter', async () => {
    await panel.show(results);
    await panel.page.locator('tbody button').first().focus();
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('ArrowDown');
    assert.match(await focused(), /^orders\.ts/);
    await panel.page.keyboard.press('Enter');
    assert.equal((await panel.received('openFile')).file, '/projects/desk/src/agents/orders.ts');
    await panel.page.keyboard.press('End');
    assert.match(await focused(), /^spam\.ts/);
    await panel.page.keyboard.press('Home');
    assert.match(await focused(), /^draft\.ts/);
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('Shift+Tab');
    await panel.page.keyboard.press('Tab');
    assert.match(await focused(), /^dailySummary\.ts/, 'the tab key comes back to the row that was left');
  });

  it('outlines what has the keyboard focus in the theme’s colour', async () => {
    await panel.show(results);
    const color = theme?.properties.find(([name]) => name === '--vscode-focusBorder')?.[1];
    for (let press = 0; press < 6; press++) {
      await panel.page.keyboard.press('Tab');
      // A file's row shows the focus of the button in it.
      const style = `${inPanel}; getComputedStyle(root.activeElement.closest('tbody tr') ?? root.activeElement)`;
      assert.equal(await panel.page.evaluate(`${style}.outlineStyle`), 'solid');
      assert.equal(hexColor(await panel.page.evaluate<string>(`${style}.outlineColor`)), color);
    }
  });

  it('cuts long lists and shows the rest when asked', async () => {
    await panel.show(states['large'] as OverviewState);
    assert.equal(await panel.page.locator('tbody tr').count(), 100);
    await button('Show all 1,200 files').click();
    assert.equal(await panel.page.locator('tbody tr').count(), 1200);
    assert.equal(await panel.page.locator('.models li').count(), 8);
    await button('Show all 30 models').click();
    assert.equal(await panel.page.locator('.models li').count(), 30);
    await button('Show fewer').click();
    assert.equal(await panel.page.locator('.models li').count(), 8);
  });

  it('drops states that come late or twice', async () => {
    await panel.show(results, 7);
    await panel.show(never, 6);
    await panel.show(never, 7);
    assert.equal(await text('.big'), '82%');
    await panel.show({ ...results, closedShare: 0.5 }, 8);
    assert.equal(await text('.big'), '50%');
  });

  it('passes over messages that are not its own', async () => {
    await panel.show(results);
    await panel.page.evaluate(
      'window.postMessage({ type: "other" }, "*"); window.postMessage(null, "*"); new Promise((done) => setTimeout(done))',
    );
    assert.equal(await text('.big'), '82%');
  });

  it('comes back as it was after it was hidden, and takes the numbers of a new life', async () => {
    await panel.show(results, 40);
    await button('File').click();
    await panel.page.locator('tbody button').nth(2).focus();
    await panel.page.evaluate(
      'document.documentElement.scrollTop = 300; new Promise((done) => addEventListener("scrollend", done, { once: true }))',
    );
    await panel.hideAndShow();
    assert.equal(await text('.big'), '82%', 'shown before any message');
    assert.equal((await fileNames())[0], 'orders.ts');
    assert.equal(await panel.page.locator('tbody button[tabindex="0"]').getAttribute('title'), 'src/jobs/spam.ts');
    await panel.page.waitForFunction('document.documentElement.scrollTop === 300');
    await panel.show({ ...results, closedShare: 0.5 }, 0);
    assert.equal(await text('.big'), '50%', 'the extension was started anew and counts from the start');
  });

  it('shows the table’s other columns only where there is room', async () => {
    await panel.show(results);
    assert.equal(await panel.page.getByRole('columnheader').count(), 3);
    await panel.page.setViewportSize({ width: 600, height: 900 });
    assert.equal(await panel.page.getByRole('columnheader').count(), 6);
  });

  it('does not move for people who asked for less motion', async () => {
    assert.ok(theme && browser);
    const still = await PanelPage.open(browser, { theme, width: 250, reducedMotion: true });
    await still.show(states['scanning-start'] as OverviewState);
    assert.equal(await still.page.evaluate('document.getAnimations().length'), 0);
    await still.show(states['scanning'] as OverviewState);
    assert.equal(await still.page.evaluate('document.getAnimations().length'), 0);
    assert.deepEqual(still.complaints, []);
    await still.close();
  });

  it('is looked at by an axe that bites: a fault inside the panel is found', async () => {
    await panel.show(results);
    await panel.page.evaluate(`${inPanel}; const file = root.querySelector('tbody button'); file.replaceChildren(); file.title = ''`);
    const violations = await axeViolations(panel.page);
    assert.ok(
      violations.some((violation) => violation.startsWith('button-name')),
      violations.join('\n'),
    );
  });
});
