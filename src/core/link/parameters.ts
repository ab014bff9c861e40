import type { CallExpression, FunctionFact, ObjectEntry, ParameterExpression } from '../facts/expression';
import { receivedBy } from './callbacks';
import type { Linker } from './linker';
import { isUndecided, union, unknown, type BoundArguments, type Frame, type Value } from './value';

/** Callers of one function that are looked at for what they pass. */
const maxCallers = 12;

/** What a parameter receives: from the call its function is evaluated for, else from the callers its module shows. */
export function parameterValue(linker: Linker, expression: ParameterExpression, frame: Frame): Value {
  for (let up: Frame | null = frame; up; up = up.parent) {
    if (up.call?.function === expression.function && up.call.arguments) return passed(linker, expression, up.call.arguments);
  }
  const callers = callersOf(expression.function).map((call) =>
    passed(linker, expression, { facts: call.arguments, frame: linker.root(frame.module) }),
  );
  const received = callers.length > 0 ? union(callers) : receivedBy(linker, expression, frame);
  if (!isUndecided(received)) return received;
  const declared = expression.type ? linker.evaluate(expression.type, frame) : unknown;
  return declared.kind === 'unknown'
    ? {
        kind: 'parameter',
        function: expression.function,
        index: expression.index,
        module: frame.module,
        stated: declared.stated === true,
      }
    : declared;
}

function passed(linker: Linker, expression: ParameterExpression, bound: BoundArguments): Value {
  if (expression.rest) return { kind: 'array', elements: bound.facts.positional.slice(expression.index), frame: bound.frame };
  if (expression.keywords === true) return passedKeywords(expression, bound);
  const name = expression.function.parameterNames[expression.index];
  const value = linker.positional(bound, expression.index) ?? (name ? linker.keyword(bound, name) : undefined);
  return value ?? { kind: 'literal', value: null, at: { file: bound.frame.module.file, range: bound.facts.range } };
}

/** The named arguments that no parameter takes, as an object. */
function passedKeywords({ function: { parameterNames }, range }: ParameterExpression, bound: BoundArguments): Value {
  const spreads = bound.facts.keywordSpreads.map((value): ObjectEntry => ({ kind: 'spread', value, range: value.range }));
  const named = bound.facts.keywords
    .filter(({ name }) => !parameterNames.includes(name))
    .map(({ name, value }): ObjectEntry => ({ kind: 'property', name, value, range: value.range }));
  return { kind: 'object', fact: { kind: 'object', entries: [...spreads, ...named], range }, frame: bound.frame };
}

/** Calls of a function in its own module, constructions for a constructor. */
function callersOf(fact: FunctionFact): readonly CallExpression[] {
  const { owner } = fact;
  if (owner)
    return owner.constructorFunction === fact ? (owner.binding?.calls.filter((call) => call.construct) ?? []).slice(0, maxCallers) : [];
  return (fact.binding?.calls ?? []).slice(0, maxCallers);
}
