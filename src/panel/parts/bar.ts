import { html, type TemplateResult } from 'lit';
import { cssProperties } from './cssProperties';
import { opennessOrder, type OpennessCounts, type PanelOpenness } from '../protocol';

/** A bar split by openness, `length` (0 to 1) of the width. For the eye only: the numbers stand beside it as text. */
export function opennessBar(counts: OpennessCounts, kinds: readonly PanelOpenness[] = opennessOrder, length = 1): TemplateResult {
  return html`<span class="bar" aria-hidden="true">
    <span class="fill" ${cssProperties({ width: `${length * 100}%` })}>
      ${kinds
        .filter((kind) => counts[kind] > 0)
        .map((kind) => html`<span class="segment ${kind}" ${cssProperties({ 'flex-grow': String(counts[kind]) })}></span>`)}
    </span>
  </span>`;
}

/** A bar of one colour, `length` (0 to 1) of the width. */
export function plainBar(length: number): TemplateResult {
  return html`<span class="bar" aria-hidden="true">
    <span class="fill" ${cssProperties({ width: `${length * 100}%` })}><span class="segment plain"></span></span>
  </span>`;
}

/** The small square that ties a word to its colour. */
export function swatch(kind: PanelOpenness): TemplateResult {
  return html`<span class="swatch ${kind}" aria-hidden="true"></span>`;
}
