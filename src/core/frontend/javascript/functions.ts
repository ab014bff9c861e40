import type { CallExpression, Expression, FunctionFact } from '../../facts/expression';
import { rangeOf, type Lowering } from './lowering';
import type { FunctionNode } from './functionNode';
import { enclosingClass, endOf, startOf } from './walk';

/** A function as a fact. */
export function lowerFunction(lowering: Lowering, node: FunctionNode): FunctionFact {
  let returns: Expression[] | undefined;
  let calls: CallExpression[] | undefined;
  const parent = node.parent as typeof node.parent | undefined;
  return {
    kind: 'function',
    range: rangeOf(node),
    name: node.id?.name ?? null,
    parameterCount: node.params.length,
    parameterNames: node.params.map((parameter) => (parameter.type === 'Identifier' ? parameter.name : null)),
    get returns() {
      returns ??= (lowering.summary.returns.get(node) ?? []).map((value) => lowering.expression(value));
      return returns;
    },
    get returnType() {
      return node.returnType ? lowering.type(node.returnType.typeAnnotation) : null;
    },
    get owner() {
      if (parent?.type !== 'MethodDefinition' && parent?.type !== 'PropertyDefinition') return null;
      const owner = enclosingClass(node.body);
      return owner ? lowering.class(owner) : null;
    },
    get binding() {
      const name = node.id ?? (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : null);
      const variable = name && lowering.scopes.variableOf(name);
      return variable ? lowering.binding(variable) : null;
    },
    get passedTo() {
      if (parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression') return null;
      const index = parent.arguments.findIndex((argument) => argument === node);
      return index < 0 ? null : { call: lowering.call(parent), index };
    },
    get calls() {
      calls ??= lowering.summary.calls
        .filter((call) => startOf(call) >= startOf(node) && endOf(call) <= endOf(node))
        .map((call) => lowering.call(call));
      return calls;
    },
  };
}
