import type { TSESTree } from '@typescript-eslint/types';
import type { Binding, CallExpression, ClassFact, Expression, FunctionFact, ObjectExpression } from '../../facts/expression';
import type { TextRange } from '../../text/range';
import { LoweredBinding } from './bindings';
import { LoweredClass } from './classes';
import { LoweredCall, LoweredMember, LoweredObject } from './expressions';
import { LoweredFunction } from './functions';
import type { Scopes, Variable } from './scopes';
import { lowerType } from './types';
import type { FunctionNode } from './functionNode';
import { endOf, isStaticThis, startOf, thisOwner, type CallNode, type ClassNode, type TreeSummary } from './walk';

/** Globals whose members are the environment: Node and Bun (`process.env`), Vite (`import.meta.env`), Deno (`Deno.env.get`). */
const environmentObjects: ReadonlySet<string> = new Set(['process', 'Bun', 'Deno']);

/** Lowers nodes of one module to facts, each at most once. */
export class Lowering {
  readonly #expressions = new Map<TSESTree.Node, Expression>();
  readonly #calls = new Map<CallNode, CallExpression>();
  readonly #bindings = new Map<Variable, Binding>();
  readonly #functions = new Map<FunctionNode, FunctionFact>();
  readonly #classes = new Map<ClassNode, ClassFact>();

  constructor(
    readonly scopes: Scopes,
    readonly summary: TreeSummary,
  ) {}

  /** The value a node stands for. */
  expression(node: TSESTree.Node): Expression {
    let result = this.#expressions.get(node);
    if (!result) {
      result = this.#lower(node);
      this.#expressions.set(node, result);
    }
    return result;
  }

  /** An instance of the type a type node names. */
  type(node: TSESTree.TypeNode): Expression {
    return lowerType(this, node);
  }

  binding(variable: Variable): Binding {
    let result = this.#bindings.get(variable);
    if (!result) {
      result = new LoweredBinding(this, variable);
      this.#bindings.set(variable, result);
    }
    return result;
  }

  function(node: FunctionNode): FunctionFact {
    let result = this.#functions.get(node);
    if (!result) {
      result = new LoweredFunction(this, node);
      this.#functions.set(node, result);
    }
    return result;
  }

  class(node: ClassNode): ClassFact {
    let result = this.#classes.get(node);
    if (!result) {
      result = new LoweredClass(this, node);
      this.#classes.set(node, result);
    }
    return result;
  }

  /** A name: of a variable where there is one, else a global. */
  name(node: TSESTree.Identifier | TSESTree.JSXIdentifier): Expression {
    const variable = this.scopes.variableOf(node);
    if (!variable && node.name === 'undefined') return { kind: 'literal', value: null, range: rangeOf(node) };
    return { kind: 'name', name: node.name, binding: variable ? this.binding(variable) : null, range: rangeOf(node) };
  }

  #lower(node: TSESTree.Node): Expression {
    const range = rangeOf(node);
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'object' && node.value !== null ? { kind: 'unknown', range } : literal(node.value, range);
      case 'TemplateLiteral':
        return this.#template(node);
      case 'BinaryExpression':
        return node.operator === '+' ? this.#concatenation(node) : { kind: 'unknown', range };
      case 'Identifier':
        return this.name(node);
      case 'MemberExpression':
        return this.#member(node);
      case 'ChainExpression':
      case 'TSNonNullExpression':
      case 'TSInstantiationExpression':
        return this.expression(node.expression);
      case 'TSAsExpression':
      case 'TSTypeAssertion':
      case 'TSSatisfiesExpression': {
        const value = this.expression(node.expression);
        const type =
          node.typeAnnotation.type === 'TSTypeReference' && node.type !== 'TSSatisfiesExpression' ? this.type(node.typeAnnotation) : null;
        return type?.kind === 'typed' ? { kind: 'typed', type: type.type, value, range } : value;
      }
      case 'AwaitExpression':
        return this.expression(node.argument);
      case 'SequenceExpression': {
        const last = node.expressions.at(-1);
        return last ? this.expression(last) : { kind: 'unknown', range };
      }
      case 'AssignmentExpression':
        return node.operator === '='
          ? this.expression(node.right)
          : node.operator === '??=' || node.operator === '||='
            ? this.#fallback([node.left, node.right], range)
            : { kind: 'unknown', range };
      case 'ConditionalExpression':
        return this.#choice([node.consequent, node.alternate], range);
      case 'LogicalExpression':
        return node.operator === '&&' ? this.expression(node.right) : this.#fallback([node.left, node.right], range);
      case 'ObjectExpression':
        return this.object(node);
      case 'ArrayExpression':
        return {
          kind: 'array',
          range,
          elements: node.elements.map((element): Expression =>
            element && element.type !== 'SpreadElement' ? this.expression(element) : { kind: 'unknown', range },
          ),
        };
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        return this.function(node);
      case 'ClassExpression':
      case 'ClassDeclaration':
        return this.class(node);
      case 'ThisExpression':
      case 'Super': {
        const owner = thisOwner(node);
        return {
          kind: 'this',
          range,
          static: isStaticThis(node),
          owner: owner === null ? null : owner.type === 'ObjectExpression' ? this.object(owner) : this.class(owner),
        };
      }
      case 'ImportExpression': {
        const source = node.source.type === 'Literal' ? node.source.value : null;
        return typeof source === 'string' ? { kind: 'import', specifier: source, imported: '*', range } : { kind: 'unknown', range };
      }
      case 'CallExpression':
      case 'NewExpression':
        return this.#call(node);
      default:
        return { kind: 'unknown', range };
    }
  }

  #choice(nodes: readonly TSESTree.Node[], range: TextRange): Expression {
    return {
      kind: 'choice',
      range,
      alternatives: nodes.flatMap((node) => {
        const value = this.expression(node);
        return value.kind === 'choice' && value.fallback === undefined ? value.alternatives : [value];
      }),
    };
  }

  /** What stands where something is not given: `a ?? b`, `a || b`. */
  #fallback(nodes: readonly TSESTree.Node[], range: TextRange): Expression {
    return {
      kind: 'choice',
      range,
      fallback: true,
      alternatives: nodes.flatMap((node) => {
        const value = this.expression(node);
        return value.kind === 'choice' && value.fallback === true ? value.alternatives : [value];
      }),
    };
  }

  #template(node: TSESTree.TemplateLiteral): Expression {
    const parts: (string | Expression)[] = [];
    node.quasis.forEach((quasi, i) => {
      const text = quasi.value.cooked;
      if (text) parts.push(text);
      const hole = node.expressions[i];
      if (hole) parts.push(this.expression(hole));
    });
    const only = parts[0];
    if (parts.length === 0 || (parts.length === 1 && typeof only === 'string'))
      return literal(typeof only === 'string' ? only : '', rangeOf(node));
    return { kind: 'template', parts, range: rangeOf(node) };
  }

  /** Operands of a chain of `+`, left to right; iterative, because generated code chains thousands. */
  #concatenation(node: TSESTree.BinaryExpression): Expression {
    const operands: TSESTree.Node[] = [];
    let left: TSESTree.Node = node;
    while (left.type === 'BinaryExpression' && left.operator === '+') {
      operands.push(left.right);
      left = left.left;
    }
    operands.push(left);
    return { kind: 'template', parts: operands.reverse().map((operand) => this.expression(operand)), range: rangeOf(node) };
  }

  #member(node: TSESTree.MemberExpression): Expression {
    const range = rangeOf(node);
    const property = this.propertyName(node);
    if (property === 'env' && this.#isEnvironmentOwner(node.object)) return { kind: 'environment', range };
    return new LoweredMember(this, node, property, range);
  }

  /** The name a member expression reads: text where it is certain, an expression where it is computed. */
  propertyName(node: TSESTree.MemberExpression): string | Expression {
    if (node.property.type === 'PrivateIdentifier') return `#${node.property.name}`;
    if (!node.computed && node.property.type === 'Identifier') return node.property.name;
    if (node.property.type === 'Literal') return String(node.property.value);
    return this.expression(node.property);
  }

  #isEnvironmentOwner(node: TSESTree.Node): boolean {
    if (node.type === 'MetaProperty') return true;
    if (node.type === 'Identifier') {
      const variable = this.scopes.variableOf(node);
      // `import process from "node:process"` names the same object.
      return environmentObjects.has(node.name) && (variable === null || variable.definitions.every(({ kind }) => kind === 'import'));
    }
    return (
      node.type === 'MemberExpression' &&
      node.object.type === 'Identifier' &&
      node.object.name === 'globalThis' &&
      this.propertyName(node) === 'process'
    );
  }

  object(node: TSESTree.ObjectExpression): ObjectExpression {
    const known = this.#expressions.get(node);
    if (known?.kind === 'object') return known;
    const result = new LoweredObject(this, node);
    this.#expressions.set(node, result);
    return result;
  }

  keyName(key: TSESTree.Node, computed: boolean): string | Expression {
    if (key.type === 'PrivateIdentifier') return `#${key.name}`;
    if (!computed && key.type === 'Identifier') return key.name;
    if (key.type === 'Literal') return String(key.value);
    return this.expression(key);
  }

  #call(node: CallNode): Expression {
    const required = this.#required(node);
    if (required !== null) return { kind: 'import', specifier: required, imported: '*', range: rangeOf(node) };
    return this.call(node);
  }

  /** The module that `require("…")` names, null for other calls. */
  #required(node: CallNode): string | null {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require') return null;
    if (this.scopes.variableOf(node.callee)?.definitions.some(({ kind }) => kind !== 'variable') === true) return null;
    const argument = node.arguments[0];
    return argument?.type === 'Literal' && typeof argument.value === 'string' ? argument.value : null;
  }

  /** A call as a fact, also for `require`. */
  call(node: CallNode): CallExpression {
    let result = this.#calls.get(node);
    if (!result) {
      result = new LoweredCall(this, node);
      this.#calls.set(node, result);
    }
    return result;
  }
}

export function rangeOf(node: TSESTree.Node): TextRange {
  return { start: startOf(node), end: endOf(node) };
}

function literal(value: string | number | bigint | boolean | null, range: TextRange): Expression {
  return typeof value === 'bigint' ? { kind: 'unknown', range } : { kind: 'literal', value, range };
}
