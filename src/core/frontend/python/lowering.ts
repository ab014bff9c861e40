import type { Arguments, Binding, CallExpression, ClassFact, Expression, FunctionFact, ObjectEntry } from '../../facts/expression';
import type { TextRange } from '../../text/range';
import { lowerBinding } from './bindings';
import { argumentEntry, passedFunction, specialCall } from './calls';
import { lowerClass } from './classes';
import { lowerFunction } from './functions';
import type { FunctionNode, Variable } from './scopes';
import { isSuperInit } from './survey';
import type { Survey } from './surveyed';
import type { CallExpr, ClassStatement, DictExpr, Expr, ImportStatement, NameExpr } from './syntax';
import { lowerType, typeAlias } from './types';

/** Lowers parts of one module to facts, each at most once. */
export class Lowering {
  readonly #expressions = new WeakMap<Expr, Expression>();
  readonly #calls = new WeakMap<CallExpr, CallExpression>();
  readonly #bindings = new WeakMap<Variable, Binding>();
  readonly #functions = new WeakMap<FunctionNode, FunctionFact>();
  readonly #classes = new WeakMap<ClassStatement, ClassFact>();

  constructor(readonly survey: Survey) {}

  /** The value an expression stands for. */
  expression(node: Expr): Expression {
    let result = this.#expressions.get(node);
    if (!result) {
      result = this.#lower(node);
      this.#expressions.set(node, result);
    }
    return result;
  }

  /** An instance of the type an annotation names. */
  type(node: Expr): Expression {
    return lowerType(this, node);
  }

  binding(variable: Variable): Binding {
    let result = this.#bindings.get(variable);
    if (!result) {
      result = lowerBinding(this, variable);
      this.#bindings.set(variable, result);
    }
    return result;
  }

  function(node: FunctionNode): FunctionFact {
    let result = this.#functions.get(node);
    if (!result) {
      result = lowerFunction(this, node);
      this.#functions.set(node, result);
    }
    return result;
  }

  class(node: ClassStatement): ClassFact {
    let result = this.#classes.get(node);
    if (!result) {
      result = lowerClass(this, node);
      this.#classes.set(node, result);
    }
    return result;
  }

  /** A call as a fact, also where its value is lowered to something else. */
  call(node: CallExpr): CallExpression {
    const known = this.#calls.get(node);
    if (known) return known;
    const lowering = this;
    const passed = passedFunction(node);
    const callee = passed?.callee ?? node.callee;
    let args: Arguments | undefined;
    const result: CallExpression = {
      kind: 'call',
      construct: this.#isOwnClass(callee),
      range: node.range,
      calleeRange: callee.range,
      isSuper: isSuperInit(node),
      get callee() {
        return lowering.expression(callee);
      },
      get arguments() {
        args ??= lowering.#arguments(passed?.arguments ?? node.arguments, node.argumentsRange);
        return args;
      },
    };
    this.#calls.set(node, result);
    return result;
  }

  /** What an import brings; `name` is null for a module as a whole. */
  import({ module, alias, range }: ImportStatement, name: string | null): Expression {
    if (name !== null) {
      const submodule = module.endsWith('.') ? module + name : `${module}.${name}`;
      return { kind: 'import', specifier: module, imported: name, submodule, range };
    }
    const specifier = alias === null ? (module.split('.')[0] ?? module) : module;
    return { kind: 'import', specifier, imported: '*', range };
  }

  /** The dotted name of what an expression takes from imported modules: `os.environ.get`; null for all else. */
  importedName(node: Expr): string | null {
    if (node.type === 'attribute') {
      const owner = this.importedName(node.object);
      return owner === null ? null : `${owner}.${node.name}`;
    }
    if (node.type !== 'name') return null;
    const [definition] = this.survey.variableOf(node)?.definitions ?? [];
    if (definition?.kind !== 'import') return null;
    const { statement, name } = definition;
    if (name !== null) return `${statement.module}.${name}`;
    return statement.alias === null ? (statement.module.split('.')[0] ?? null) : statement.module;
  }

  /** True for a name that is not bound in the module: a built-in one. */
  isBuiltin(node: Expr, name: string): boolean {
    return node.type === 'name' && node.name === name && this.survey.variableOf(node) === null;
  }

  #lower(node: Expr): Expression {
    const { range } = node;
    switch (node.type) {
      case 'name':
        return this.#name(node);
      case 'constant':
        return { kind: 'literal', value: node.value, range };
      case 'text':
        return this.#template(node.parts, range);
      case 'attribute':
        return this.#attribute(node);
      case 'subscript':
        return typeAlias(this, node) ?? this.#subscript(node.object, node.index, range);
      case 'call':
        return specialCall(this, node) ?? this.call(node);
      case 'dict':
        return this.#dict(node);
      case 'list':
        return { kind: 'array', elements: node.elements.map((element) => this.expression(element)), range };
      case 'comprehension': {
        const [element] = node.elements;
        return node.elements.length === 1 && element
          ? { kind: 'array', elements: [this.expression(element)], range }
          : { kind: 'unknown', range };
      }
      case 'lambda':
        return this.function(node);
      case 'conditional':
        return this.choice([node.then, node.otherwise], range);
      case 'operation':
        return this.#operation(node.operator, node.left, node.right, range);
      case 'await':
      case 'named':
        return this.expression(node.value);
      case 'starred':
      case 'yield':
      case 'other':
        return { kind: 'unknown', range };
    }
  }

  choice(nodes: readonly Expr[], range: TextRange): Expression {
    return {
      kind: 'choice',
      range,
      alternatives: nodes.flatMap((node) => {
        const value = this.expression(node);
        return value.kind === 'choice' && value.fallback === undefined ? value.alternatives : [value];
      }),
    };
  }

  /** `left or right`: the right side stands where the left is not given. */
  #fallback(left: Expr, right: Expr, range: TextRange): Expression {
    const alternatives = [left, right].flatMap((node) => {
      const value = this.expression(node);
      return value.kind === 'choice' && value.fallback === true ? value.alternatives : [value];
    });
    return { kind: 'choice', range, fallback: true, alternatives };
  }

  #name(node: NameExpr): Expression {
    const { name, range } = node;
    const variable = this.survey.variableOf(node);
    if (variable?.self) return { kind: 'this', owner: this.class(variable.self.owner), static: variable.self.static, range };
    if (variable) return { kind: 'name', name, binding: this.binding(variable), range };
    const { stars } = this.survey;
    if (stars.length === 0 || builtins.has(name)) return { kind: 'name', name, binding: null, range };
    return { kind: 'choice', alternatives: stars.map((specifier) => ({ kind: 'import', specifier, imported: name, range })), range };
  }

  #attribute(node: Extract<Expr, { type: 'attribute' }>): Expression {
    const { range } = node;
    const dotted = this.importedName(node);
    if (dotted === 'os.environ') return { kind: 'environment', range };
    if (dotted !== null && this.survey.dottedModules.has(dotted)) return { kind: 'import', specifier: dotted, imported: '*', range };
    const lowering = this;
    return {
      kind: 'member',
      range,
      get object() {
        return lowering.expression(node.object);
      },
      property: node.name,
    };
  }

  #subscript(object: Expr, index: Expr | null, range: TextRange): Expression {
    if (!index) return { kind: 'unknown', range };
    const property = index.type === 'constant' ? String(index.value) : this.expression(index);
    return { kind: 'member', object: this.expression(object), property, range };
  }

  #template(parts: readonly (string | Expr)[], range: TextRange): Expression {
    const lowered = parts.map((part) => (typeof part === 'string' ? part : this.expression(part)));
    const texts = lowered.map((part) =>
      typeof part === 'string' ? part : part.kind === 'literal' && typeof part.value === 'string' ? part.value : null,
    );
    if (!texts.includes(null)) return { kind: 'literal', value: texts.join(''), range };
    return { kind: 'template', parts: lowered, range };
  }

  #operation(operator: string, left: Expr, right: Expr, range: TextRange): Expression {
    switch (operator) {
      case 'or':
        return this.#fallback(left, right, range);
      case 'and':
        return this.expression(right);
      case '+':
        return { kind: 'template', parts: operandsOf(left, right).map((operand) => this.expression(operand)), range };
      case '%':
        return left.type === 'constant' && typeof left.value === 'string'
          ? this.#template(percentParts(left.value, right), range)
          : { kind: 'unknown', range };
      // The union of two mappings.
      case '|':
        return {
          kind: 'object',
          range,
          entries: [left, right].map((each): ObjectEntry => ({ kind: 'spread', value: this.expression(each), range: each.range })),
        };
      default:
        return { kind: 'unknown', range };
    }
  }

  #dict(node: DictExpr): Expression {
    const lowering = this;
    let entries: ObjectEntry[] | undefined;
    return {
      kind: 'object',
      range: node.range,
      get entries() {
        entries ??= node.entries.map(({ key, value, range }): ObjectEntry => {
          if (!key) return { kind: 'spread', value: lowering.expression(value), range };
          const name = key.type === 'constant' ? String(key.value) : lowering.expression(key);
          return { kind: 'property', name, value: lowering.expression(value), range };
        });
        return entries;
      },
    };
  }

  #arguments(args: CallExpr['arguments'], range: TextRange): Arguments {
    const positional = args.filter(({ name, spread }) => name === null && spread !== '**');
    const spreadFrom = positional.findIndex(({ spread }) => spread === '*');
    return {
      positional: positional.map(({ value }) => this.expression(value)),
      keywords: args.flatMap(({ name, value }) => (name === null ? [] : [{ name, value: this.expression(value) }])),
      spreadFrom: spreadFrom < 0 ? Infinity : spreadFrom,
      keywordSpreads: args.filter(({ spread }) => spread === '**').map(({ value }) => this.expression(value)),
      named: {
        kind: 'object',
        entries: args.filter(({ name, spread }) => name !== null || spread === '**').map((each) => argumentEntry(this, each)),
        argumentsRange: range,
        range: { start: range.start - 1, end: range.end + 1 },
      },
      range,
    };
  }

  /** Calling a class of the module makes an object of it. */
  #isOwnClass(callee: Expr): boolean {
    if (callee.type !== 'name') return false;
    return this.survey.variableOf(callee)?.definitions.some(({ kind }) => kind === 'class') === true;
  }
}

/** Built-in names that no star import is looked through for. */
const builtins: ReadonlySet<string> = new Set(
  'print len range str int float bool dict list set tuple open isinstance super type enumerate zip map filter sorted min max sum any all getattr setattr hasattr input repr iter next abs round'.split(
    ' ',
  ),
);

/** Operands of a chain of `+`, left to right. */
function operandsOf(left: Expr, right: Expr): Expr[] {
  const operands = [right];
  let rest = left;
  while (rest.type === 'operation' && rest.operator === '+') {
    operands.push(rest.right);
    rest = rest.left;
  }
  operands.push(rest);
  return operands.reverse();
}

/** `"%s/v1" % value` as the parts it is put together from. */
function percentParts(format: string, values: Expr): (string | Expr)[] {
  const given = values.type === 'list' ? values.elements : [values];
  let next = 0;
  return format.split(/(%(?:\(\w+\))?[sdrif])/).flatMap((part, index): (string | Expr)[] => {
    if (index % 2 === 0) return part === '' ? [] : [part.replace(/%%/g, '%')];
    const value = given[next++];
    return [value && !part.includes('(') ? value : { type: 'other', children: [], range: values.range }];
  });
}
