import type { VendorRow } from '../../core/catalog/catalog';
import { domainOf, type Address } from './address';

/** A compiled host pattern of the vendor table. */
export interface HostPattern {
  readonly row: VendorRow;
  /** Where the index files it: the last two labels of its host, or `:port` when only the port is fixed. */
  readonly key: string;
  /** Higher wins where several match: literal hosts before wildcards, long paths before short ones. */
  readonly rank: number;
  /** Whether the host holds no `*`. */
  readonly literal: boolean;
  matches(address: Address): boolean;
}

const syntax = /^([^:/$]+)(?::(\d{1,5}))?(\/[^$]*|\$)?$/;

/**
 * Compiles `host`, `host:port`, `host/path/prefix` and `host$` (no path at all) patterns; `*` stands for anything but
 * a slash. Throws on other text: the table is ours, and a test loads it.
 */
export function compilePattern(text: string, row: VendorRow): HostPattern {
  const parts = syntax.exec(text);
  const host = parts?.[1];
  if (!host) throw new Error(`Not a host pattern: ${text}`);
  const port = parts[2] ?? null;
  const path = parts[3] ?? '';
  const literal = !host.includes('*');
  const hostTest = literal ? null : new RegExp(`^${glob(host)}$`);
  const pathTest = path === '' ? null : path === '$' ? /^\/?$/ : new RegExp(`^${glob(path)}(?=[/\\uFFFC]|$)`);
  return {
    row,
    key: host === '*' ? `:${port ?? ''}` : domainOf(host),
    literal,
    rank: (literal ? 1000 : 0) + (port === null ? 0 : 500) + text.length,
    matches: (address) =>
      (port === null || address.port === port) &&
      (hostTest ? hostTest.test(address.host) : address.host === host) &&
      (pathTest === null || pathTest.test(address.path)),
  };
}

function glob(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]+');
}
