import type { Endpoint } from '../callSite';
import type { Catalog, VendorRow } from '../catalog/catalog';
import type { Linker } from '../link/linker';
import { hole, joinedTexts, textsOf, type Text } from '../link/text';
import { writesOut } from '../link/members';
import type { BodyRow, HeaderRow, Operation, PathRow } from '../match/description';
import type { Route } from '../match/route';
import { objectsIn } from '../match/slots';
import { contradictory, locate, readIn, type ResolvedEndpoint } from './endpoint';
import { hostOf } from './localHost';

/** A raw HTTP request that reaches a model's server. */
export interface ResolvedRequest extends ResolvedEndpoint {
  readonly surface: string | null;
  readonly inference: boolean;
  /** A model id that stands in the URL. */
  readonly model: string | null;
}

/** Where a raw request goes, null when nothing tells that a model's server answers it. */
export function resolveRequest(linker: Linker, catalog: Catalog, route: Route, operation: Operation): ResolvedRequest | null {
  const texts = requestTexts(linker, route);
  const rows = route.sdk.paths ?? [];
  const known = locate(catalog, texts);
  if (known && !known.undecided) {
    const text = texts.find((each) => known.endpoint.url === each.text || sameVendor(catalog, each, known.vendor)) ?? texts[0];
    const row = text && rowOf(rows, text.text);
    // An own host answers many things; only a model server's paths make it a call site.
    if (known.own && !row?.decisive && known.vendor === null) return null;
    if (known.vendor?.class === 'self-hosted' && !row) return null;
    const setting = text?.settings?.[0];
    const variable = setting?.variable ?? text?.variables[0];
    const endpoint: Endpoint =
      variable === undefined ? known.endpoint : { ...known.endpoint, source: 'environment', variable, ...readIn(setting) };
    return {
      ...known,
      endpoint,
      surface: row?.surface ?? null,
      inference: row ? (row.inference ?? true) : sendsBody(route, operation),
      model: text && row ? modelInPath(row, text.text) : null,
    };
  }
  return undecidedHost(linker, catalog, route, { texts, isOneOfSeveral: known === contradictory });
}

/** Whether a request to a path nobody knows can ask a model: one that sends nothing reads an account, a list, a page. */
function sendsBody(route: Route, operation: Operation): boolean {
  return operation.site?.inference ?? (operation.settings?.body === undefined || route.settings.has('body'));
}

/** Where a request may go, and whether vendors' own hosts, several of them, are among it. */
interface Addresses {
  readonly texts: readonly Text[];
  readonly isOneOfSeveral: boolean;
}

/** A request to a host the code does not name: its path, a header of one vendor's protocol or the body's form can still tell what it asks. */
function undecidedHost(linker: Linker, catalog: Catalog, route: Route, { texts, isOneOfSeveral }: Addresses): ResolvedRequest | null {
  const rows = route.sdk.paths ?? [];
  const header = headerRow(linker, route);
  const body = bodyRow(linker, route);
  const decisive = texts.find(
    ({ text }) =>
      (rowOf(rows, text)?.decisive === true || header !== undefined || body !== undefined) &&
      (hostOf(text) !== null || text.startsWith(hole)),
  );
  const row = decisive && rowOf(rows, decisive.text);
  const surface = row?.surface ?? header?.surface ?? body?.surface;
  if (!decisive || surface === undefined) return null;
  const variable = decisive.variables[0];
  const vendor = isOneOfSeveral ? null : (catalog.vendors.get(row?.vendor ?? header?.vendor ?? '') ?? null);
  return {
    endpoint: {
      // One address of several says nothing.
      url: decisive.text.includes(hole) || texts.some(({ text }) => hostOf(text) !== hostOf(decisive.text)) ? null : decisive.text,
      source: variable === undefined ? 'unknown' : 'environment',
      ...(variable === undefined ? {} : { variable }),
    },
    vendor,
    own: false,
    undecided: vendor === null,
    surface,
    inference: row?.inference ?? true,
    model: row ? modelInPath(row, decisive.text) : null,
  };
}

function headerRow(linker: Linker, route: Route): HeaderRow | undefined {
  const headers = route.settings.get('headers');
  if (!headers) return undefined;
  return route.sdk.headers?.find((row) => {
    return writesOut(linker, headers, row.name);
  });
}

/** What the form of a request's body tells, where the code writes it out. */
function bodyRow(linker: Linker, route: Route): BodyRow | undefined {
  const headers = route.settings.get('headers');
  const body = route.settings.get('body');
  if (!headers || !body) return undefined;
  return route.sdk.bodies?.find(
    (row) =>
      row.headers.some((name) => writesOut(linker, headers, name)) &&
      objectsIn(linker, body).some((object) => row.has.every((name) => writesOut(linker, object, name))),
  );
}

/** What a call asks for by the path it sets, null where it sets none that is known. */
export function surfaceOfPath(linker: Linker, route: Route): string | null {
  const path = route.settings.get('path');
  if (!path || !route.sdk.paths) return null;
  for (const { text } of textsOf(linker, path)) {
    const row = rowOf(route.sdk.paths, text);
    if (row) return row.surface;
  }
  return null;
}

function requestTexts(linker: Linker, route: Route): readonly Text[] {
  const settings = route.settings;
  const of = (name: 'url' | 'baseUrl' | 'host' | 'port' | 'path'): readonly Text[] => {
    const value = settings.get(name);
    return value ? textsOf(linker, value) : [];
  };
  // The first argument of `https.request()` is an address or the options.
  const urls = of('url').filter(({ text }) => text !== hole || !settings.has('path'));
  const port = of('port').flatMap(({ text }) => (/^\d+$/.test(text) ? [`:${text}`] : []))[0] ?? '';
  const bases = [
    ...of('baseUrl'),
    ...of('host').map((host) => ({ ...host, text: hostOf(host.text) === null ? `https://${host.text}${port}` : host.text })),
  ];
  const tails = urls.length > 0 ? urls : of('path');
  if (bases.length === 0) return tails;
  if (tails.length === 0) return bases;
  return tails.flatMap((tail) =>
    hostOf(tail.text) === null ? bases.map((base) => joinedTexts(base, tail, join(base.text, tail.text))) : [tail],
  );
}

function join(base: string, path: string): string {
  return path === '' ? base : `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
}

function rowOf(rows: readonly PathRow[], text: string): PathRow | undefined {
  return rows.find((row) => text.includes(row.contains) && (row.also === undefined || text.includes(row.also)));
}

function sameVendor(catalog: Catalog, text: Text, vendor: VendorRow | null): boolean {
  return vendor !== null && catalog.vendorOfUrl(text.text)?.id === vendor.id;
}

function modelInPath(row: PathRow, text: string): string | null {
  if (!row.model) return null;
  const start = text.indexOf(row.model.before);
  if (start < 0) return null;
  const rest = text.slice(start + row.model.before.length);
  const end = row.model.after === undefined ? -1 : rest.indexOf(row.model.after);
  const bounded = end >= 0 || row.model.after === undefined;
  const model = (end < 0 ? rest : rest.slice(0, end)).replace(bounded ? /[?#&].*$/ : /[?#&/].*$/, '');
  return model === '' || model.includes(hole) ? null : decodeURIComponentSafely(model);
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
