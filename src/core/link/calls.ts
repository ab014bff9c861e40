import type { CallExpression } from '../facts/expression';
import { callBuiltin, callMerger, isTransparentMethod } from './builtins';
import { callHook } from './hooks';
import type { Linker } from './linker';
import { alternativesOf, union, unknown, type BoundArguments, type CallValue, type Frame, type ModuleValue, type Value } from './value';
import { variable } from './variables';

/** What a call yields: what its callee returns or constructs, the call itself where that is external. */
export function callValue(linker: Linker, expression: CallExpression, frame: Frame): Value {
  if (expression.isSuper) return unknown;
  const callee = linker.evaluate(expression.callee, frame);
  const bound: BoundArguments = { facts: expression.arguments, frame };
  return union(alternativesOf(callee).map((alternative) => callOne(linker, alternative, bound, expression, frame)));
}

function callOne(linker: Linker, callee: Value, bound: BoundArguments, expression: CallExpression, frame: Frame): Value {
  switch (callee.kind) {
    case 'function':
      return linker.apply(callee, bound);
    case 'class':
      return { kind: 'instance', class: callee, arguments: bound, construction: expression, derived: null };
    case 'module': {
      const whole = wholeOf(linker, callee);
      return whole ? callOne(linker, whole, bound, expression, frame) : unknown;
    }
    case 'extended':
      return callOne(linker, callee.base, bound, expression, frame);
    case 'global':
    case 'member': {
      if (callee.kind === 'member' && isTransparentMethod(callee)) return callee.object;
      return (
        callBuiltin(linker, callee, bound) ??
        callMerger(linker, callee, bound) ??
        callHook(linker, callee, bound, expression) ??
        external(callee, bound, expression, frame)
      );
    }
    case 'variable': {
      // `Deno.env.get("NAME")` and its like: the environment, asked by a call.
      const name = callee.name === 'get' ? linker.positional(bound, 0) : undefined;
      return name?.kind === 'literal'
        ? variable(linker.graph, String(name.value), { file: frame.module.file, range: name.at.range })
        : unknown;
    }
    case 'external':
      return callMerger(linker, callee, bound) ?? callHook(linker, callee, bound, expression) ?? external(callee, bound, expression, frame);
    case 'call':
    case 'typed':
      return external(callee, bound, expression, frame);
    default:
      return unknown;
  }
}

/** What a CommonJS module itself is where that is one value: a function, a class. */
export function wholeOf(linker: Linker, module: ModuleValue): Value | null {
  const whole = linker.exported(module.facts, 'default');
  return whole && whole.kind !== 'module' ? whole : null;
}

function external(callee: Value, bound: BoundArguments, expression: CallExpression, frame: Frame): CallValue {
  return { kind: 'call', construct: expression.construct, callee, arguments: bound, expression, file: frame.module.file };
}
