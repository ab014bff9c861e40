import type { Endpoint } from '../callSite';
import type { Catalog, VendorRow } from '../catalog/catalog';
import type { EnvironmentSetting } from '../environment/environment';
import type { Linker } from '../link/linker';
import { hole, textsOf, type Text } from '../link/text';
import { alternativesOf, isAbsent, isStated, union, type Value } from '../link/value';
import { usualVendor, type Route } from '../match/route';
import { isOwnHost } from './localHost';
import { namedServer } from './namedServer';

/** An endpoint and who answers there. */
export interface ResolvedEndpoint {
  readonly endpoint: Endpoint;
  /** The vendor row of the URL; null when no row has its host. */
  readonly vendor: VendorRow | null;
  /** The host is the user's own (loopback or private). */
  readonly own: boolean;
  /**
   * Nothing about the URL is known: an environment variable without default, or a host the catalog does not have. A vendor beside it
   * is told by the setting's name.
   */
  readonly undecided: boolean;
}

/**
 * Where a route's requests go: a URL written in the code, the environment's, or the SDK's default.
 * @param file the file whose environment the SDK reads
 */
export function resolveEndpoint(linker: Linker, catalog: Catalog, route: Route, file: string): ResolvedEndpoint {
  const given = route.settings.get('baseUrl') ?? hostUrl(route.settings.get('host'));
  const fallback = route.defaultBaseUrl ?? route.sdk.defaultBaseUrl ?? null;
  if (!given) return ambientEndpoint(linker, catalog, route, file) ?? defaultEndpoint(catalog, fallback, 'default');
  const present = alternativesOf(given).filter((alternative) => !isAbsent(alternative));
  const texts = present.flatMap((alternative) => textsOf(linker, alternative));
  const variables = [
    ...new Set(
      texts.flatMap((text) => text.variables).concat(present.flatMap((v) => (v.kind === 'variable' && v.name !== null ? [v.name] : []))),
    ),
  ];
  const decided = locate(catalog, texts);
  if (decided === contradictory) return texts.some(({ settings }) => settings) ? environmentDisagrees(variables[0]) : decided;
  if (decided) {
    const setting = settingOf(decided, texts);
    const name = setting?.variable ?? variables[0];
    const source = name === undefined ? 'literal' : 'environment';
    return { ...decided, endpoint: { ...decided.endpoint, source, ...(name !== undefined && { variable: name }), ...readIn(setting) } };
  }
  if (
    variables.length > 0 &&
    present.every((alternative) => textsOf(linker, alternative).some((text) => text.variables.length > 0) || alternative.kind === 'literal')
  ) {
    const own = variables.find((name) => readsVariable(catalog, route, name));
    if (own !== undefined) return withVariable(defaultEndpoint(catalog, fallback, 'environment'), own);
    return {
      endpoint: { url: null, source: 'environment', ...(variables[0] === undefined ? {} : { variable: variables[0] }) },
      vendor: null,
      own: false,
      undecided: true,
    };
  }
  // Whoever calls this code must name the address, or what it was read from does.
  if (present.length > 0 && present.every((each) => isStated(each) || isRecord(each))) return contradictory;
  const server = namedServer(catalog, present);
  if (server) return { endpoint: { url: null, source: 'unknown' }, vendor: server, own: false, undecided: true };
  // A setting from elsewhere, empty unless someone fills it in: the SDK's default stands.
  const standing = defaultEndpoint(catalog, fallback, 'unknown');
  return { ...standing, endpoint: { url: null, source: 'unknown' } };
}

/** A field of what a package fetched: a row of a table, an answer. One named as environments name theirs is a setting. */
function isRecord(value: Value): boolean {
  if (value.kind !== 'member' || /^[A-Z][A-Z\d_]+$/.test(value.name)) return false;
  let root = value.object;
  while (root.kind === 'member') root = root.object;
  return root.kind === 'call' && !root.construct;
}

/** Where the SDK itself sends because an environment file says so; null where none does. */
function ambientEndpoint(linker: Linker, catalog: Catalog, route: Route, file: string): ResolvedEndpoint | null {
  const environment = linker.graph.environment(file);
  for (const name of route.sdk.baseUrlVariables ?? []) {
    const settings = environment.settings(name);
    if (!settings) continue;
    const texts = settings.map((setting): Text => ({ text: addressOf(setting.value), variables: [name], settings: [setting] }));
    const decided = locate(catalog, texts);
    if (!decided || decided === contradictory) return environmentDisagrees(name);
    const { url } = decided.endpoint;
    return { ...decided, endpoint: { url, source: 'environment', variable: name, ...readIn(settingOf(decided, texts)) } };
  }
  return null;
}

/** An address as a URL: SDKs take hosts with a port as well. */
function addressOf(value: string): string {
  return value.includes('://') ? value : `http://${value}`;
}

/** The environment file's setting that decided an endpoint. */
export function settingOf(decided: ResolvedEndpoint, texts: readonly Text[]): EnvironmentSetting | undefined {
  return texts.find(({ text, settings }) => settings && text === decided.endpoint.url)?.settings?.[0];
}

/** The part of an endpoint that tells where its variable was read. */
export function readIn(setting: EnvironmentSetting | undefined): Pick<Endpoint, 'file'> {
  return setting ? { file: setting.file } : {};
}

/**
 * Where the texts lead that have a known vendor or an own host; undecided where they lead to different ones. Else the first that at
 * least has a host.
 */
export function locate(catalog: Catalog, texts: readonly Text[]): ResolvedEndpoint | null {
  let decided: ResolvedEndpoint | null = null;
  let foreign: ResolvedEndpoint | null = null;
  for (const { text } of texts) {
    if (!/[a-z\d]/i.test(text)) continue;
    const vendor = catalog.vendorOfUrl(text);
    const own = isOwnHost(text);
    const endpoint: Endpoint = { url: text.includes(hole) ? null : text, source: 'literal' };
    if (vendor || own) {
      if (decided && (decided.vendor?.id !== vendor?.id || decided.own !== own)) return contradictory;
      decided ??= { endpoint, vendor, own, undecided: false };
      continue;
    }
    if (/^[a-z][a-z\d+.-]*:\/\/[^\uFFFC/]/i.test(text)) foreign ??= { endpoint, vendor: null, own: false, undecided: true };
  }
  return decided ?? foreign;
}

/** The code names servers of several vendors, and something else than the code chooses. */
export const contradictory: ResolvedEndpoint = { endpoint: { url: null, source: 'unknown' }, vendor: null, own: false, undecided: true };

/** Environment files name servers of several vendors. */
function environmentDisagrees(variable: string | undefined): ResolvedEndpoint {
  return { ...contradictory, endpoint: { url: null, source: 'environment', ...(variable !== undefined && { variable }) } };
}

function defaultEndpoint(catalog: Catalog, url: string | null, source: Endpoint['source']): ResolvedEndpoint {
  return {
    endpoint: { url: url?.includes(hole) === true ? null : url, source },
    vendor: url === null ? null : catalog.vendorOfUrl(url),
    own: url !== null && isOwnHost(url),
    undecided: false,
  };
}

/** True for variables that redirect this SDK or its vendor: unset, they leave the default in place. */
function readsVariable(catalog: Catalog, route: Route, name: string): boolean {
  const vendor = usualVendor(route);
  return (
    route.sdk.baseUrlVariables?.includes(name) === true ||
    (vendor !== null && catalog.vendors.get(vendor)?.baseUrlVariables.includes(name) === true)
  );
}

function withVariable(endpoint: ResolvedEndpoint, variable: string): ResolvedEndpoint {
  return { ...endpoint, endpoint: { ...endpoint.endpoint, variable } };
}

/** A host setting as a URL, so that both are looked up the same way; hosts that have a scheme are URLs already. */
function hostUrl(host: Value | undefined): Value | undefined {
  if (!host) return undefined;
  return union(
    alternativesOf(host).map((each): Value => {
      const start = each.kind === 'literal' ? each.value : each.kind === 'template' ? each.parts[0] : null;
      if (isAbsent(each) || (typeof start === 'string' && /^[a-z]+:\/\//i.test(start))) return each;
      return { kind: 'template', parts: ['http://', each], at: { file: '', range: { start: 0, end: 0 } } };
    }),
  );
}
