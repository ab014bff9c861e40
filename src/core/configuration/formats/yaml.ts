import { isMap, isPair, isScalar, isSeq, parseAllDocuments, type Node } from 'yaml';
import { key, maxDepth, scalar, type ConfigEntry, type ConfigNode } from '../node';

/** Reads YAML, of several documents as one list; broken text gives what could be read of it. Aliases are not followed. */
export function readYaml(text: string): ConfigNode | null {
  const documents = parseAllDocuments(text, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false });
  if (!Array.isArray(documents)) return null;
  const items = documents.flatMap((document) => (document.contents ? (nodeOf(text, document.contents, 0) ?? []) : []));
  return items.length === 1 ? (items[0] ?? null) : { kind: 'list', items };
}

function nodeOf(text: string, node: Node, depth: number): ConfigNode | null {
  if (depth > maxDepth) return null;
  if (isMap(node)) return { kind: 'map', entries: node.items.flatMap((pair) => entryOf(text, pair, depth)) };
  if (isSeq(node)) return { kind: 'list', items: node.items.flatMap((item) => nodeOf(text, item as Node, depth + 1) ?? []) };
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return null;
  return scalar(text, node.range[0], node.range[1], node.value);
}

function entryOf(text: string, pair: unknown, depth: number): ConfigEntry[] {
  if (!isPair(pair) || !isScalar(pair.key) || !pair.key.range) return [];
  const [start, end] = pair.key.range;
  return [{ ...key(text, start, end, String(pair.key.value)), value: pair.value ? nodeOf(text, pair.value as Node, depth + 1) : null }];
}
