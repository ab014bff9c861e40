import type { CallExpression, Expression, FunctionFact } from '../../facts/expression';
import type { Lowering } from './lowering';
import type { FunctionNode } from './scopes';

/** A function as a fact. */
export function lowerFunction(lowering: Lowering, node: FunctionNode): FunctionFact {
  const info = lowering.survey.functions.get(node);
  const parameters = info?.parameters ?? [];
  let returns: readonly Expression[] | undefined;
  let calls: readonly CallExpression[] | undefined;
  return {
    kind: 'function',
    range: node.range,
    name: node.type === 'function' ? node.name.name : null,
    parameterCount: parameters.length,
    parameterNames: parameters.map(({ kind, name }) => (kind === '' ? name : null)),
    get returns() {
      // What a context manager or a dependency gives is what it yields.
      const values = info ? (info.returns.length > 0 ? info.returns : info.yields) : [];
      returns ??= values.map((value) => lowering.expression(value));
      return returns;
    },
    get returnType() {
      return node.type === 'function' && node.returns ? lowering.type(node.returns) : null;
    },
    get owner() {
      return info?.owner ? lowering.class(info.owner) : null;
    },
    get binding() {
      return info?.variable ? lowering.binding(info.variable) : null;
    },
    get passedTo() {
      return info?.passedTo ? { call: lowering.call(info.passedTo.call), index: info.passedTo.index } : null;
    },
    get calls() {
      calls ??= lowering.survey.calls
        .filter((call) => call.range.start >= node.range.start && call.range.end <= node.range.end)
        .map((call) => lowering.call(call));
      return calls;
    },
  };
}
