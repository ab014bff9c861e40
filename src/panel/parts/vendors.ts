import { html, nothing, type TemplateResult } from 'lit';
import { opennessOrder, type OverviewState, type VendorRow } from '../protocol';
import { concentrationSentence, opennessNames, plain } from '../words';
import { opennessBar } from './bar';

/** `9 closed, 2 self-hosted`. */
function split(vendor: VendorRow): string {
  return opennessOrder
    .filter((kind) => vendor.openness[kind] > 0)
    .map((kind) => `${plain(vendor.openness[kind])} ${opennessNames[kind].toLowerCase()}`)
    .join(', ');
}

/** Who receives the requests, and how much of it hangs on one of them. */
export function vendorsSection(state: OverviewState): TemplateResult {
  const most = Math.max(...state.vendors.map((vendor) => vendor.callSites), 1);
  const concentration = concentrationSentence(state);
  return html`<section aria-labelledby="vendors">
    <h2 id="vendors">Vendors</h2>
    <ul class="bars">
      ${state.vendors.map(
        (vendor) =>
          html`<li>
            <span class="label"><span class="name">${vendor.name}</span> <span class="quiet">${split(vendor)}</span></span>
            ${opennessBar(vendor.openness, opennessOrder, vendor.callSites / most)}
          </li>`,
      )}
    </ul>
    ${concentration === null ? nothing : html`<p class="quiet">${concentration}</p>`}
  </section>`;
}
