import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/host/browser';
import { orSkip } from '../../../scripts/host/missing';

/** Starts a browser; without one the suite is skipped with a loud line, or fails where CI is set. */
export async function startBrowser(context: Mocha.Context): Promise<Browser> {
  context.timeout(300_000);
  return orSkip('a browser', launchBrowser, () => context.skip());
}
