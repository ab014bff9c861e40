import { html, nothing, type TemplateResult } from 'lit';
import type { OverviewState } from '../protocol';
import { configurationSentence } from '../words';

/** One line of what manifests and configuration files say; the tree lists it. */
export function configurationLine(state: OverviewState): TemplateResult | typeof nothing {
  const sentence = configurationSentence(state);
  return sentence === null
    ? nothing
    : html`<p class="quiet configuration" title="What manifests and configuration files say. No call sites: they count in no other number.">
        ${sentence}
      </p>`;
}
