import type { TextRange } from '../text/range';

/** A configuration file's content, the same for every format. */
export type ConfigNode = ConfigMap | ConfigList | ConfigScalar;

export interface ConfigMap {
  readonly kind: 'map';
  readonly entries: readonly ConfigEntry[];
}

export interface ConfigEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  /** Null where the file gives none. */
  readonly value: ConfigNode | null;
}

export interface ConfigList {
  readonly kind: 'list';
  readonly items: readonly ConfigNode[];
}

export interface ConfigScalar {
  readonly kind: 'scalar';
  readonly text: string;
  /** Where the text stands, quotes excluded where it stands there as it is; else the whole value. */
  readonly range: TextRange;
}

/** A scalar whose range leaves out what is around its text in the source: quotes, escapes. */
export function scalar(source: string, start: number, end: number, text: string): ConfigScalar {
  const inner = source.indexOf(text, start);
  const range = inner >= 0 && inner + text.length <= end ? { start: inner, end: inner + text.length } : { start, end };
  return { kind: 'scalar', text, range };
}

/** A key with the range of its name, quotes excluded. */
export function key(source: string, start: number, end: number, text: string): Pick<ConfigEntry, 'key' | 'keyRange'> {
  return { key: text, keyRange: scalar(source, start, end, text).range };
}

/** The value of a map's key, undefined for everything else. */
export function member(node: ConfigNode | null | undefined, name: string): ConfigNode | undefined {
  return node?.kind === 'map' ? (node.entries.find((entry) => entry.key === name)?.value ?? undefined) : undefined;
}

/** Files are nested this deep at most; what is deeper is passed over. */
export const maxDepth = 40;
