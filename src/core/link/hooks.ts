import type { CallExpression, Expression } from '../facts/expression';
import type { Linker } from './linker';
import { isUndecided, union, unknown, type BoundArguments, type Value } from './value';

/** Packages with React's hooks. */
const packages: ReadonlySet<string> = new Set(['react', 'preact/hooks', 'preact/compat', 'preact']);

/** What a hook of React hands back, as far as it hands on what it was given; undefined for all else. */
export function callHook(linker: Linker, callee: Value, bound: BoundArguments, call: CallExpression): Value | undefined {
  const { frame } = bound;
  switch (hookName(callee)) {
    case 'useMemo': {
      const made = linker.positional(bound, 0);
      return made?.kind === 'function' ? union(made.fact.returns.map((value) => linker.evaluate(value, made.frame))) : undefined;
    }
    case 'useState':
      return { kind: 'array', elements: [held(call)], frame };
    case 'useRef': {
      const { range } = call;
      return {
        kind: 'object',
        fact: { kind: 'object', entries: [{ kind: 'property', name: 'current', value: held(call), range }], range },
        frame,
      };
    }
    // A context stands for what it holds.
    case 'createContext': {
      const value = linker.present(linker.evaluate(held(call), frame));
      return isUndecided(value) ? undefined : value;
    }
    case 'use':
    case 'useContext':
    case 'useCallback':
      return linker.positional(bound, 0) ?? unknown;
    default:
      return undefined;
  }
}

function hookName(callee: Value): string | null {
  if (callee.kind === 'external') return packages.has(callee.module) ? callee.name : null;
  if (callee.kind !== 'member' || callee.object.kind !== 'external') return null;
  return callee.object.name === 'default' && packages.has(callee.object.module) ? callee.name : null;
}

/** The first value that a hook keeps, made by its argument or given by it, else one of the stated type. */
function held(call: CallExpression): Expression {
  const [argument] = call.arguments.positional;
  const given = argument?.kind === 'function' ? argument.returns : argument ? [argument] : [];
  return { kind: 'choice', alternatives: [...given, ...(call.typeArguments ?? [])], range: call.range };
}
