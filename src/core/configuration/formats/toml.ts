import { parseTOML, type AST } from 'toml-eslint-parser';
import { key, maxDepth, scalar, type ConfigEntry, type ConfigNode } from '../node';

/** Reads TOML; null for text that is none. */
export function readToml(text: string): ConfigNode | null {
  try {
    const [top] = parseTOML(text).body;
    return {
      kind: 'map',
      entries: top.body.flatMap((item) =>
        item.type === 'TOMLTable'
          ? nested(text, item.key.keys, { kind: 'map', entries: pairs(text, item.body, 0) })
          : pairs(text, [item], 0),
      ),
    };
  } catch {
    // The parser stops at the first mistake.
    return null;
  }
}

function pairs(text: string, body: readonly AST.TOMLKeyValue[], depth: number): ConfigEntry[] {
  return body.flatMap((pair) => nested(text, pair.key.keys, nodeOf(text, pair.value, depth + 1)));
}

/** `a.b.c = value` as maps in each other. Tables of one name stay apart: what is in them is all that matters. */
function nested(text: string, keys: readonly (AST.TOMLBare | AST.TOMLQuoted)[], value: ConfigNode | null): ConfigEntry[] {
  const [first, ...rest] = keys;
  if (!first) return [];
  const named = key(text, first.range[0], first.range[1], first.type === 'TOMLBare' ? first.name : first.value);
  return [{ ...named, value: rest.length === 0 ? value : { kind: 'map', entries: nested(text, rest, value) } }];
}

function nodeOf(text: string, node: AST.TOMLContentNode, depth: number): ConfigNode | null {
  if (depth > maxDepth) return null;
  switch (node.type) {
    case 'TOMLArray':
      return { kind: 'list', items: node.elements.flatMap((element) => nodeOf(text, element, depth + 1) ?? []) };
    case 'TOMLInlineTable':
      return { kind: 'map', entries: pairs(text, node.body, depth) };
    case 'TOMLValue':
      return node.kind === 'string' ? scalar(text, node.range[0], node.range[1], node.value) : null;
  }
}
