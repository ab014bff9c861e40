import type { TSESTree } from '@typescript-eslint/types';
import type { Binding, CallExpression, ClassFact, Expression, FunctionFact, MemberFact } from '../../facts/expression';
import type { TextRange } from '../../text/range';
import { rangeOf, type Lowering } from './lowering';
import { isStaticThis, type ClassNode } from './walk';

interface MutableMember {
  values: Expression[];
  getter: boolean;
  type: Expression | null;
  writes: Map<string, Expression[]>;
}

interface Members {
  readonly instance: ReadonlyMap<string, MemberFact>;
  readonly static: ReadonlyMap<string, MemberFact>;
}

/** A class as a fact: fields, methods, what its constructor assigns and passes to `super`. */
export class LoweredClass implements ClassFact {
  readonly kind = 'class';
  readonly range: TextRange;
  readonly name: string | null;
  #all: Members | undefined;

  constructor(
    private readonly lowering: Lowering,
    private readonly node: ClassNode,
  ) {
    this.range = rangeOf(node);
    this.name = node.id?.name ?? null;
  }

  get superclass(): Expression | null {
    return this.node.superClass ? this.lowering.expression(this.node.superClass) : null;
  }

  get constructorFunction(): FunctionFact | null {
    const method = this.node.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
    return method?.type === 'MethodDefinition' && method.value.type === 'FunctionExpression' ? this.lowering.function(method.value) : null;
  }

  get superCall(): CallExpression | null {
    const call = this.lowering.summary.superCalls.get(this.node);
    return call ? this.lowering.call(call) : null;
  }

  get members(): ReadonlyMap<string, MemberFact> {
    return this.#members.instance;
  }

  get staticMembers(): ReadonlyMap<string, MemberFact> {
    return this.#members.static;
  }

  get binding(): Binding | null {
    const parent = this.node.parent as TSESTree.Node | undefined;
    const name = this.node.id ?? (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : null);
    const variable = name && this.lowering.scopes.variableOf(name);
    return variable ? this.lowering.binding(variable) : null;
  }

  get #members(): Members {
    this.#all ??= collectMembers(this.lowering, this.node);
    return this.#all;
  }
}

function collectMembers(lowering: Lowering, node: ClassNode): Members {
  const instance = new Map<string, MutableMember>();
  const statics = new Map<string, MutableMember>();
  const member = (map: Map<string, MutableMember>, name: string): MutableMember => {
    const known = map.get(name) ?? { values: [], getter: false, type: null, writes: new Map<string, Expression[]>() };
    map.set(name, known);
    return known;
  };
  for (const element of node.body.body) {
    if (element.type === 'PropertyDefinition' || element.type === 'AccessorProperty') {
      const name = lowering.keyName(element.key, element.computed);
      if (typeof name !== 'string') continue;
      const field = member(element.static ? statics : instance, name);
      if (element.value) field.values.push(lowering.expression(element.value));
      if (element.typeAnnotation) field.type = lowering.type(element.typeAnnotation.typeAnnotation);
    } else if (element.type === 'MethodDefinition' && element.value.type === 'FunctionExpression') {
      if (element.kind === 'constructor') addParameterProperties(lowering, element.value, (name) => member(instance, name));
      const name = lowering.keyName(element.key, element.computed);
      if (typeof name !== 'string' || element.kind === 'constructor' || element.kind === 'set') continue;
      const method = member(element.static ? statics : instance, name);
      method.values.push(lowering.function(element.value));
      method.getter = element.kind === 'get';
    }
  }
  for (const { target, value } of lowering.summary.thisWrites.get(node) ?? []) {
    const name = lowering.propertyName(target);
    if (typeof name !== 'string') continue;
    const owners = isStaticThis(target) ? statics : instance;
    if (target.object.type === 'MemberExpression') {
      const owner = lowering.propertyName(target.object);
      if (typeof owner !== 'string') continue;
      const { writes } = member(owners, owner);
      writes.set(name, [...(writes.get(name) ?? []), lowering.expression(value)]);
    } else member(owners, name).values.push(lowering.expression(value));
  }
  return { instance, static: statics };
}

/** `constructor(private client: OpenAI)` declares a field and assigns it. */
function addParameterProperties(
  lowering: Lowering,
  constructor: TSESTree.FunctionExpression,
  member: (name: string) => MutableMember,
): void {
  for (const declared of constructor.params) {
    if (declared.type !== 'TSParameterProperty') continue;
    const name = declared.parameter.type === 'AssignmentPattern' ? declared.parameter.left : declared.parameter;
    if (name.type !== 'Identifier') continue;
    const field = member(name.name);
    field.values.push(lowering.expression(name));
    if (name.typeAnnotation) field.type = lowering.type(name.typeAnnotation.typeAnnotation);
  }
}
