import type { Endpoint } from '../callSite';
import type { Catalog, VendorRow } from '../catalog/catalog';
import type { Linker } from '../link/linker';
import { alternativesOf, type Value } from '../link/value';
import type { MatchedCall } from '../match/matcher';
import { contains } from '../text/range';
import { writtenModel, writtenModels, type WrittenModel } from './model';

/**
 * The model id the code gives for a call that a vendor answers. Where a default, a setting or a choice gives ids of several vendors
 * (`ChatAnthropic(model=model)` beside `ChatOpenAI(model=model)`), those that this one does not serve are not the ones meant.
 */
export function servedModel(
  linker: Linker,
  catalog: Catalog,
  matched: MatchedCall,
  vendor: VendorRow | null,
  endpoint: Endpoint,
): WrittenModel | null {
  const value = matched.route.settings.get('model');
  if (!value) return null;
  const isSomewhereElse = vendor?.id === matched.route.sdk.vendor && ['environment', 'unknown'].includes(endpoint.source);
  if (vendor?.ownModels !== true || isSomewhereElse || isWrittenInCall(matched, value)) return writtenModel(linker, value);
  return writtenModels(linker, value).find(({ text }) => !isForeign(catalog, vendor, text)) ?? null;
}

/** True where the id stands in the call itself: whoever wrote it there meant it, and a proxy may stand between. */
function isWrittenInCall({ call }: MatchedCall, value: Value): boolean {
  const [only, ...more] = alternativesOf(value);
  return more.length === 0 && only?.kind === 'literal' && only.at.file === call.file && contains(call.expression.range, only.at.range);
}

/** True for a closed model of a lab that answers itself, asked of another one. */
function isForeign(catalog: Catalog, vendor: VendorRow, model: string): boolean {
  const { lab, weights } = catalog.model(model, vendor.id);
  return weights === 'closed' && lab !== null && lab !== vendor.id && catalog.vendors.get(lab)?.class === 'closed';
}
