import type { CallSite, CallSiteKind, Endpoint, Openness } from '../callSite';
import type { Catalog, VendorRow } from '../catalog/catalog';
import type { Linker } from '../link/linker';
import { alternativesOf, isAbsent, type Value } from '../link/value';
import type { MatchedCall } from '../match/matcher';
import { usualVendor } from '../match/route';
import { resolveEndpoint, type ResolvedEndpoint } from './endpoint';
import { modelText, routedVendor, type WrittenModel } from './model';
import { opennessOf } from './openness';
import { portabilityOf } from './portability';
import { needOf } from '../rewrite/obstacles/needs';
import { isOffered, operationObstacle } from '../rewrite/obstacles/obstacles';
import { resolveRequest, surfaceOfPath } from './request';
import { servedModel } from './served';

/** What is said of a matched call, before it has a place and a message. */
export type Classified = Pick<
  CallSite,
  | 'kind'
  | 'vendor'
  | 'sdk'
  | 'surface'
  | 'model'
  | 'modelAt'
  | 'openness'
  | 'need'
  | 'portability'
  | 'portabilityReason'
  | 'inference'
  | 'endpoint'
>;

/** Classifies a matched call: vendor by base URL, then routing, then SDK; openness and portability from the catalog. Null when it makes no call site. */
export function classify(linker: Linker, catalog: Catalog, matched: MatchedCall): Classified | null {
  const site = matched.operation.site;
  if (!site) return null;
  return site.kind === 'http'
    ? classifyRequest(linker, catalog, matched)
    : classifyCall(linker, catalog, matched, site.kind, site.surface ?? surfaceOfPath(linker, matched.route));
}

function classifyRequest(linker: Linker, catalog: Catalog, matched: MatchedCall): Classified | null {
  const request = resolveRequest(linker, catalog, matched.route, matched.operation);
  if (!request) return null;
  const written = servedModel(linker, catalog, matched, request.vendor, request.endpoint);
  const model = written?.text ?? request.model;
  const openness = opennessOf(catalog, { vendor: request.vendor, own: request.own, model, weights: null });
  const movable = request.surface !== null && request.inference && isOffered(catalog, request.surface);
  return {
    kind: 'http',
    vendor: request.vendor?.id ?? 'unknown',
    sdk: matched.sdk.id,
    surface: request.surface,
    model,
    ...placeOf(written),
    openness,
    portability: openness !== 'closed' ? 'none' : movable ? 'adapt' : 'locked',
    ...(openness === 'closed'
      ? { portabilityReason: movable ? (operationObstacle(matched)?.reason ?? '') : 'no open-weight server answers this path' }
      : {}),
    inference: request.inference,
    endpoint: request.endpoint,
  };
}

function classifyCall(linker: Linker, catalog: Catalog, matched: MatchedCall, kind: CallSiteKind, surface: string | null): Classified {
  const { route, operation, sdk } = matched;
  const inference = operation.site?.inference ?? kind !== 'client';
  const isNamed = kind !== 'client' && !route.deployment;
  const { vendor, endpoint, own } = whoAnswers(linker, catalog, matched, isNamed ? modelText(linker, route.settings.get('model')) : null);
  const written = isNamed ? servedModel(linker, catalog, matched, vendor, endpoint) : null;
  const openness: Openness = opennessOf(catalog, {
    vendor,
    own,
    model: written?.text ?? (route.settings.has('model') ? null : (route.defaultModel ?? route.sdk.defaultModel ?? null)),
    weights: route.sdk.weights ?? null,
  });
  const named = inference || kind === 'model-binding' || operation.settings?.model !== undefined ? written : null;
  const verdict = portabilityOf(linker, catalog, openness, matched);
  const need = openness === 'closed' && inference ? needOf(linker, matched) : {};
  return {
    kind,
    vendor: vendor?.id ?? 'unknown',
    sdk: sdk.id,
    surface,
    model: named?.text ?? null,
    ...placeOf(named),
    openness,
    ...(Object.keys(need).length > 0 && { need }),
    portability: verdict.portability,
    ...(verdict.reason === undefined ? {} : { portabilityReason: verdict.reason }),
    inference,
    endpoint,
  };
}

function placeOf(model: WrittenModel | null): Pick<CallSite, 'modelAt'> {
  return model?.at ? { modelAt: model.at } : {};
}

function whoAnswers(
  linker: Linker,
  catalog: Catalog,
  { route, call }: MatchedCall,
  model: string | null,
): { vendor: VendorRow | null; endpoint: Endpoint; own: boolean } {
  if (route.sdk.routing && isChosenLater(route.settings.get('provider')))
    return { vendor: null, endpoint: { url: null, source: 'unknown' }, own: false };
  const resolved: ResolvedEndpoint = resolveEndpoint(linker, catalog, route, route.client?.file ?? call.file);
  const { endpoint, own } = resolved;
  // An address with a part from the environment tells who answers where its host does.
  const stated = endpoint.source === 'literal' || (endpoint.source === 'environment' && (endpoint.url !== null || !resolved.undecided));
  // A client that addresses deployments can only talk to its own vendor, whatever a shared setting defaults to.
  const fixed = route.deployment && route.vendor !== null && !own ? (catalog.vendors.get(route.vendor) ?? null) : null;
  if (stated && (resolved.vendor || own)) return { vendor: fixed ?? resolved.vendor, endpoint, own };
  // An SDK that serves one vendor only (Azure's client) needs no known address to say who answers.
  if (resolved.undecided)
    return { vendor: route.vendor === null ? resolved.vendor : (catalog.vendors.get(route.vendor) ?? null), endpoint, own };
  if (route.undecided)
    return { vendor: catalog.vendors.get(route.vendor ?? '') ?? null, endpoint: { url: null, source: 'unknown' }, own: false };
  const { routing } = route.sdk;
  if (routing && route.vendor === null && route.defaultVendor === null && (route.settings.has('model') || route.settings.has('provider'))) {
    const provider = modelText(linker, route.settings.get('provider'));
    const routed = routedVendor(routing, model, provider);
    if (routed !== null) return { vendor: catalog.vendors.get(routed) ?? null, endpoint, own: false };
    if (route.sdk.vendor === null || model === null) return { vendor: null, endpoint: { url: null, source: 'unknown' }, own: false };
  }
  const id = usualVendor(route);
  return { vendor: id === null ? resolved.vendor : (catalog.vendors.get(id) ?? resolved.vendor), endpoint, own };
}

/** True for a provider that the code names several of: an address among its settings is one of theirs. */
function isChosenLater(provider: Value | undefined): boolean {
  const named = provider ? alternativesOf(provider).filter(({ kind }) => kind === 'literal') : [];
  return named.filter((each) => !isAbsent(each)).length > 1;
}

/**
 * One statement from several alternatives of the same call. What all agree on stands; different vendors of one SDK count as its
 * own default vendor; vendors that have nothing in common are not decided.
 */
export function merge(alternatives: readonly Classified[], defaultVendor: string | null): Classified | null {
  const [first] = alternatives;
  if (!first) return null;
  const vendors = new Set(alternatives.map((each) => each.vendor));
  if (vendors.size === 1) {
    const closed = alternatives.filter((each) => each.openness === 'closed');
    const counting = closed.length > 0 ? closed : alternatives;
    return counting.find((each) => each.model !== null) ?? counting[0] ?? first;
  }
  const usual = alternatives.find((each) => each.vendor === defaultVendor);
  if (usual && alternatives.every((each) => each.sdk === usual.sdk && each.openness === usual.openness)) return usual;
  const openness = alternatives.every((each) => each.openness === first.openness) ? first.openness : 'unknown';
  return {
    ...first,
    vendor: usual?.vendor ?? 'unknown',
    openness,
    portability: openness === 'closed' ? first.portability : 'none',
    endpoint: { url: null, source: 'unknown' },
  };
}
