import type { Binding, CallExpression, ClassFact, Expression, FunctionFact } from '../../facts/expression';
import type { TextRange } from '../../text/range';
import { rangeOf, type Lowering } from './lowering';
import type { FunctionNode } from './functionNode';
import { callsWithin, enclosingClass } from './walk';

/** A function as a fact. */
export class LoweredFunction implements FunctionFact {
  readonly kind = 'function';
  readonly range: TextRange;
  readonly name: string | null;
  readonly parameterCount: number;
  #returns: readonly Expression[] | undefined;
  #calls: readonly CallExpression[] | undefined;

  constructor(
    private readonly lowering: Lowering,
    private readonly node: FunctionNode,
  ) {
    this.range = rangeOf(node);
    this.name = node.id?.name ?? null;
    this.parameterCount = node.params.length;
  }

  get parameterNames(): readonly (string | null)[] {
    return this.node.params.map((parameter) => (parameter.type === 'Identifier' ? parameter.name : null));
  }

  get returns(): readonly Expression[] {
    this.#returns ??= (this.lowering.summary.returns.get(this.node) ?? []).map((value) => this.lowering.expression(value));
    return this.#returns;
  }

  get returnType(): Expression | null {
    return this.node.returnType ? this.lowering.type(this.node.returnType.typeAnnotation) : null;
  }

  get owner(): ClassFact | null {
    const parent = this.#parent;
    if (parent?.type !== 'MethodDefinition' && parent?.type !== 'PropertyDefinition') return null;
    const owner = enclosingClass(this.node.body);
    return owner ? this.lowering.class(owner) : null;
  }

  get binding(): Binding | null {
    const parent = this.#parent;
    const name = this.node.id ?? (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : null);
    const variable = name && this.lowering.scopes.variableOf(name);
    return variable ? this.lowering.binding(variable) : null;
  }

  get passedTo(): FunctionFact['passedTo'] {
    const parent = this.#parent;
    if (parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression') return null;
    const index = parent.arguments.findIndex((argument) => argument === this.node);
    return index < 0 ? null : { call: this.lowering.call(parent), index };
  }

  get calls(): readonly CallExpression[] {
    this.#calls ??= callsWithin(this.lowering.summary, this.range).map((call) => this.lowering.call(call));
    return this.#calls;
  }

  get #parent(): FunctionNode['parent'] | undefined {
    return this.node.parent;
  }
}
