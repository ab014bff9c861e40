import type { TSESTree } from '@typescript-eslint/types';
import type { Arguments, CallExpression, Expression, MemberExpression, ObjectEntry, ObjectExpression } from '../../facts/expression';
import type { TextRange } from '../../text/range';
import { rangeOf, type Lowering } from './lowering';
import { endOf, startOf, type CallNode } from './walk';

// Facts whose parts are lowered when they are asked for, and kept: they are asked for often. They are classes because there are many: an
// object literal's getters are functions of its own, and V8 then gives each such object a shape of its own.

/** A member of an expression. */
export class LoweredMember implements MemberExpression {
  readonly kind = 'member';
  #object: Expression | undefined;

  constructor(
    private readonly lowering: Lowering,
    private readonly node: TSESTree.MemberExpression,
    readonly property: string | Expression,
    readonly range: TextRange,
  ) {}

  get object(): Expression {
    return (this.#object ??= this.lowering.expression(this.node.object));
  }
}

/** An object literal. */
export class LoweredObject implements ObjectExpression {
  readonly kind = 'object';
  readonly range: TextRange;
  #entries: readonly ObjectEntry[] | undefined;

  constructor(
    private readonly lowering: Lowering,
    private readonly node: TSESTree.ObjectExpression,
  ) {
    this.range = rangeOf(node);
  }

  get entries(): readonly ObjectEntry[] {
    this.#entries ??= this.node.properties.map((property) => entryOf(this.lowering, property));
    return this.#entries;
  }
}

function entryOf(lowering: Lowering, property: TSESTree.ObjectExpression['properties'][number]): ObjectEntry {
  const range = rangeOf(property);
  if (property.type === 'SpreadElement') return { kind: 'spread', value: lowering.expression(property.argument), range };
  const name = lowering.keyName(property.key, property.computed);
  if (property.kind === 'get' && typeof name === 'string' && property.value.type === 'FunctionExpression') {
    return { kind: 'getter', name, value: lowering.function(property.value), range };
  }
  return { kind: 'property', name, value: lowering.expression(property.value), range };
}

/** What members are called on nearly always. Not what may stand for the object itself: `(this as Client).send()`. */
const hasMembers: ReadonlySet<string> = new Set(['Identifier', 'MemberExpression', 'CallExpression']);

/** A call or construction, also of `require`. */
export class LoweredCall implements CallExpression {
  readonly kind = 'call';
  readonly construct: boolean;
  readonly range: TextRange;
  #callee: Expression | undefined;
  #arguments: Arguments | undefined;

  constructor(
    private readonly lowering: Lowering,
    private readonly node: CallNode,
  ) {
    this.construct = node.type === 'NewExpression';
    this.range = rangeOf(node);
  }

  get calleeRange(): TextRange {
    return { start: startOf(this.construct ? this.node : this.node.callee), end: endOf(this.node.callee) };
  }

  get isSuper(): boolean {
    return this.node.callee.type === 'Super';
  }

  get member(): string | null {
    const { type, callee } = this.node;
    if (type !== 'CallExpression' || callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
      return null;
    return hasMembers.has(callee.object.type) ? callee.property.name : null;
  }

  get callee(): Expression {
    return (this.#callee ??= this.lowering.expression(this.node.callee));
  }

  get typeArguments(): readonly Expression[] {
    return this.node.typeArguments?.params.map((type) => this.lowering.type(type)) ?? [];
  }

  get arguments(): Arguments {
    this.#arguments ??= argumentsOf(this.lowering, this.node);
    return this.#arguments;
  }
}

function argumentsOf(lowering: Lowering, node: CallNode): Arguments {
  const spreadFrom = node.arguments.findIndex((argument) => argument.type === 'SpreadElement');
  const end = endOf(node);
  const afterCallee = endOf(node.typeArguments ?? node.callee);
  const range = end > afterCallee ? { start: afterCallee + 1, end: end - 1 } : { start: end, end };
  return {
    positional: node.arguments.map((argument) => lowering.expression(argument.type === 'SpreadElement' ? argument.argument : argument)),
    keywords: [],
    spreadFrom: spreadFrom < 0 ? Infinity : spreadFrom,
    keywordSpreads: [],
    range,
  };
}
