import type { Catalog } from '../core/catalog/catalog';

/** Loads the built-in catalog: vendors, SDK descriptions, models, targets. */
export function loadCatalog(): Catalog {
  throw new Error('replaced by the catalog engineer');
}
