import type { Openness } from '../callSite';
import type { Catalog, VendorRow } from '../catalog/catalog';

export interface OpennessQuestion {
  readonly vendor: VendorRow | null;
  /** The host is the user's own. */
  readonly own: boolean;
  /** Model id as written or the SDK's default, null when not decided. */
  readonly model: string | null;
  /** What the SDK knows of the weights behind it when the model is not decided. */
  readonly weights: 'open' | 'closed' | null;
}

/** Whose weights answer, and where. A closed vendor's host is closed whatever the model id says. */
export function opennessOf(catalog: Catalog, question: OpennessQuestion): Openness {
  const { vendor, own, model } = question;
  if (vendor === null) return own ? 'self-hosted' : 'unknown';
  switch (vendor.class) {
    case 'closed':
      return 'closed';
    case 'self-hosted':
      // Ollama runs ids that end in `:cloud` on its own servers (facts of ollama 0.6: ids ending `:cloud` run remotely).
      return model?.endsWith(':cloud') === true || model?.endsWith('-cloud') === true ? 'open-hosted' : 'self-hosted';
    case 'open-host':
      return 'open-hosted';
    case 'carrier': {
      const weights = model === null ? (question.weights ?? 'unknown') : catalog.model(model, vendor.id).weights;
      const known = weights === 'unknown' ? question.weights : weights;
      return known === 'closed' ? 'closed' : known === 'open' ? 'open-hosted' : 'unknown';
    }
  }
}
