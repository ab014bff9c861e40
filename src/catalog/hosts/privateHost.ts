import { HOLE, readAddress } from './address';

/** RFC 1918, link-local, carrier-grade NAT, IPv6 unique-local and link-local. */
const privateAddress =
  /^(?:(?:10|127)\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.\d+\.\d+$|^(?:f[cd][0-9a-f]{2}|fe80):/;
/** Suffixes no public registry delegates, and the ones cluster software uses. */
const privateSuffix = /\.(?:local|internal|lan|home|intranet|corp|svc|home\.arpa|cluster\.local)$/;

/**
 * Whether a URL points into the user's own machine or network: loopback, private address ranges, names without a dot
 * (`http://vllm:8000`, `http://gpu-box/v1`) and private suffixes. False when the host is undecided.
 */
export function isPrivateHost(url: string): boolean {
  const address = readAddress(url);
  if (address === null || address.host.includes(HOLE)) return false;
  const { host } = address;
  if (host === 'localhost' || privateAddress.test(host) || privateSuffix.test(host)) return true;
  // A bare word is a host only where a scheme or a port says so.
  return !host.includes('.') && !host.includes(':') && (address.port !== null || url.includes('://'));
}
