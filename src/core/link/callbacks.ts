import type { CallExpression, FunctionFact, ParameterExpression } from '../facts/expression';
import type { Linker } from './linker';
import { alternativesOf, isUndecided, union, unknown, type Frame } from './value';
import type { Value } from './value';

/** Methods of collections that call a function with each element, by the position of the element among its parameters. */
const elementPositions: Readonly<Record<string, number>> = {
  map: 0,
  flatMap: 0,
  forEach: 0,
  filter: 0,
  find: 0,
  some: 0,
  every: 0,
  reduce: 1,
};

/** Callbacks in callbacks are followed this deep. */
const maxDepth = 3;

/**
 * What a parameter of a function written as an argument receives: an element from `map` and its like, what a promise holds from
 * `then`, what a function of the workspace calls it with.
 */
export function receivedBy(linker: Linker, parameter: ParameterExpression, frame: Frame): Value {
  const { passedTo } = parameter.function;
  if (!passedTo || parameter.rest || frame.depth >= maxDepth) return unknown;
  const { call, index } = passedTo;
  const { callee } = call;
  if (callee.kind === 'member' && typeof callee.property === 'string' && index === 0) {
    if (callee.property === 'then' && parameter.index === 0) return linker.evaluate(callee.object, frame);
    if (elementPositions[callee.property] === parameter.index) {
      const element = linker.elementOf(linker.evaluate(callee.object, frame));
      if (!isUndecided(element)) return element;
    }
  }
  const bound = { facts: call.arguments, frame };
  return union(
    alternativesOf(linker.evaluate(callee, frame)).flatMap((each) => {
      if (each.kind !== 'function') return [];
      const inner = linker.frameOf(each, bound);
      return each.fact.calls
        .filter((made) => callsParameter(made, each.fact, index))
        .map((made) => linker.positional({ facts: made.arguments, frame: inner }, parameter.index) ?? unknown);
    }),
  );
}

/** True for a call of a function's own parameter. */
function callsParameter(call: CallExpression, fact: FunctionFact, index: number): boolean {
  const { callee } = call;
  return (
    callee.kind === 'name' &&
    callee.binding?.definitions.some((each) => each.kind === 'parameter' && each.function === fact && each.index === index) === true
  );
}
