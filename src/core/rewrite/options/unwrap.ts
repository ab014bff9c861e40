import type { Expression } from '../../facts/expression';

/** The expression under casts. */
export function unwrapTyped(expression: Expression): Expression {
  let inner = expression;
  while (inner.kind === 'typed' && inner.value) inner = inner.value;
  return inner;
}
