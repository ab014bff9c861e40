import { html, type TemplateResult } from 'lit';
import type { OverviewState } from '../protocol';
import { count } from '../words';

/** What stands in place of the results while there are none. */
export function introduction(state: OverviewState): TemplateResult {
  const { scan, lastScan } = state;
  if (lastScan && scan.kind === 'idle') {
    return html`<section class="introduction">
      <h2>No call sites found</h2>
      <p>
        Openward read ${count(lastScan.files, 'file')}${lastScan.cancelled ? ' before the scan was cancelled' : ''} and found no request to
        a model. Files that <code>.gitignore</code> and <code>files.exclude</code> name are left out.
      </p>
    </section>`;
  }
  return html`<section class="introduction">
    <h2>Where does your code call models?</h2>
    <p>
      Openward finds every request to a model in this workspace, tells who receives it, and shows what can move to open weights. Your code
      stays on this machine.
    </p>
    ${scan.kind === 'no-folder' ? html`<p>Open a folder to scan it.</p>` : ''}
  </section>`;
}
