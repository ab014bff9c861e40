const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal)$/;
const privateAddress = /^(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})$/;

/** True for a URL whose host is this machine or a private network's: somebody's own server. RFC 1918 and RFC 6761. */
export function isOwnHost(url: string): boolean {
  const host = hostOf(url);
  return host !== null && (loopback.test(host) || privateAddress.test(host) || /\.(?:local|localhost|internal|lan)$/.test(host));
}

/** The host of an absolute URL in lower case, without its port; null for relative URLs. */
export function hostOf(url: string): string | null {
  const match = /^(?:[a-z][a-z\d+.-]*:)?\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url);
  return match?.[1] ? match[1].toLowerCase() : null;
}
