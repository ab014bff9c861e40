/** Stands for an undecided part of a URL; see `Catalog.vendorOfUrl`. */
export const HOLE = '\uFFFC';

/** Where a URL points, as far as its text decides it. Lower case but for the path. */
export interface Address {
  /** Host name without port; loopback names and addresses are all `localhost`. May hold holes. */
  readonly host: string;
  /** Digits of the port, null when absent or undecided. */
  readonly port: string | null;
  /** Path from its first slash or hole, empty when there is none; without query and fragment. */
  readonly path: string;
}

/** Schemes that reach a model; anything else (`file:`, `postgres:`) never names a vendor. */
const schemes = new Set(['http', 'https', 'ws', 'wss', 'grpc', 'grpcs']);
const schemePattern = /^([a-z\uFFFC][a-z0-9+.\uFFFC-]*):\/\//i;
const authorityEnd = /[/\\?#]/;
const loopback = /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|::1|::|0:0:0:0:0:0:0:1)$/;
/** Names under which containers reach the machine they run on. */
const hostGateways = new Set(['host.docker.internal', 'gateway.docker.internal', 'host.containers.internal', 'host.lima.internal']);

/** Reads a URL, with or without scheme, total: null when its text names no host at all. Never throws. */
export function readAddress(url: string): Address | null {
  const rest = withoutScheme(url.trim());
  if (rest === null) return null;
  const end = rest.search(authorityEnd);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const path = end < 0 ? '' : rest.slice(end).replaceAll('\\', '/');
  return readAuthority(authority, path.replace(/[?#].*$/s, ''));
}

/** The text after `scheme://`; null when the scheme is none of ours or the text is a path. */
function withoutScheme(text: string): string | null {
  const scheme = schemePattern.exec(text);
  if (scheme) {
    const name = scheme[1] ?? '';
    return name.includes(HOLE) || schemes.has(name.toLowerCase()) ? text.slice(scheme[0].length) : null;
  }
  if (text.startsWith('//') || text.startsWith(`${HOLE}//`)) return text.slice(text.indexOf('//') + 2);
  // A path, or `mailto:someone@host`.
  return text.startsWith('/') || text.includes('@') ? null : text;
}

function readAuthority(text: string, path: string): Address | null {
  // What stands before the last @ is a user name, even when it looks like a host (`https://api.openai.com@evil.example`).
  const authority = text.slice(text.lastIndexOf('@') + 1).toLowerCase();
  const parts = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/s.exec(authority);
  const host = (parts?.[1] ?? parts?.[2] ?? '').replace(/\.$/, '');
  if (!parts || host === '' || /[\s"'<>{}]/.test(host)) return null;
  const digits = /^\d{1,5}/.exec(parts[3] ?? '');
  // `localhost:8000${path}`: a hole after the port's digits belongs to the path.
  const tail = digits && parts[3]?.slice(digits[0].length).startsWith(HOLE) ? HOLE : '';
  return { host: canonicalHost(host), port: digits?.[0] ?? null, path: tail + path };
}

function canonicalHost(host: string): string {
  return loopback.test(host) || hostGateways.has(host) ? 'localhost' : host;
}

/** The last two labels (`azure.com`), or the whole of a name with fewer. */
export function domainOf(host: string): string {
  const last = host.lastIndexOf('.');
  const previous = last < 0 ? -1 : host.lastIndexOf('.', last - 1);
  return host.slice(previous + 1);
}
