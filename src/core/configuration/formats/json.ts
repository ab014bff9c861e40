import { parseTree, type Node } from 'jsonc-parser/lib/esm/main.js';
import { key, maxDepth, scalar, type ConfigNode } from '../node';

/** Reads JSON, with comments and trailing commas; broken text gives what could be read of it. */
export function readJson(text: string): ConfigNode | null {
  const root = parseTree(text, [], { allowTrailingComma: true, allowEmptyContent: true });
  return root ? nodeOf(text, root, 0) : null;
}

function nodeOf(text: string, node: Node, depth: number): ConfigNode | null {
  if (depth > maxDepth) return null;
  const children = node.children ?? [];
  switch (node.type) {
    case 'object':
      return {
        kind: 'map',
        entries: children.flatMap(({ children: [name, value] = [] }) =>
          name
            ? [
                {
                  ...key(text, name.offset, name.offset + name.length, String(name.value)),
                  value: value ? nodeOf(text, value, depth + 1) : null,
                },
              ]
            : [],
        ),
      };
    case 'array':
      return { kind: 'list', items: children.flatMap((child) => nodeOf(text, child, depth + 1) ?? []) };
    case 'string':
      return scalar(text, node.offset, node.offset + node.length, String(node.value));
    default:
      return null;
  }
}
