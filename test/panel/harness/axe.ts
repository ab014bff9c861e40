import { source, type AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Runs axe-core over a page and tells its violations, one line each; empty when there are none. */
export async function axeViolations(page: Page | Frame, context = 'document'): Promise<string[]> {
  await page.evaluate(source);
  const results = await page.evaluate<AxeResults>(`window.axe.run(${context}, { resultTypes: ['violations'] })`);
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
