import type { Expression } from '../../facts/expression';
import type { Linker } from '../../link/linker';
import { alternativesOf, type Frame, type Value } from '../../link/value';

/** Aliases are followed this far. */
const maxDepth = 12;

/**
 * True when a declared type takes any text at a path of members; types that are not seen are taken to be the vendor's closed
 * list of ids (`ChatModel`), except for members of a package's request types, which take every id.
 */
export function acceptsText(linker: Linker, type: Expression | null, path: readonly string[], frame: Frame, depth = 0): boolean {
  if (type === null) return true;
  if (depth > maxDepth) return false;
  switch (type.kind) {
    case 'literal':
      return false;
    case 'choice':
      return type.alternatives.some((alternative) => acceptsText(linker, alternative, path, frame, depth + 1));
    case 'typed':
      return namedType(linker, type.type, path, frame, depth);
    default:
      // Keywords (`string`, `any`) and type operators that are not lowered.
      return true;
  }
}

function namedType(linker: Linker, type: Expression, path: readonly string[], frame: Frame, depth: number): boolean {
  // `as const` names no type.
  if (type.kind === 'name' && type.name === 'const' && type.binding === null) return true;
  return alternativesOf(linker.evaluate(type, frame)).every((alternative) => typeValue(linker, alternative, path, depth));
}

function typeValue(linker: Linker, type: Value, path: readonly string[], depth: number): boolean {
  switch (type.kind) {
    case 'interface': {
      const { alias } = type.fact;
      if (alias) return acceptsText(linker, alias, path, type.frame, depth + 1);
      const [name, ...rest] = path;
      if (name === undefined) return false;
      const member = type.fact.members.get(name);
      return member ? acceptsText(linker, member, rest, type.frame, depth + 1) : type.fact.extends.length > 0;
    }
    case 'external':
    case 'member':
      return path.length > 0;
    case 'class':
      return path.length > 0;
    case 'global':
      // `Record<string, string>` and its like: their arguments are not looked at.
      return type.name !== 'Record' && type.name !== 'Map';
    default:
      return false;
  }
}
