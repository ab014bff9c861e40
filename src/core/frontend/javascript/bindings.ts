import type { TSESTree } from '@typescript-eslint/types';
import { anyMember, type Binding, type CallExpression, type Expression } from '../../facts/expression';
import { rangeOf, type Lowering } from './lowering';
import type { Definition, Variable } from './scopes';
import { optional, typeAlias, typeDeclaration } from './types';
import { isFunction } from './functionNode';
import { endOf, startOf } from './walk';

/** What a variable is bound to: its declarations, later assignments, and members written to it. */
export class LoweredBinding implements Binding {
  readonly name: string;
  #definitions: readonly Expression[] | undefined;
  #writes: ReadonlyMap<string, readonly Expression[]> | undefined;
  #calls: readonly CallExpression[] | undefined;
  #type: Expression | null | undefined;

  constructor(
    private readonly lowering: Lowering,
    private readonly variable: Variable,
  ) {
    this.name = variable.name;
  }

  get definitions(): readonly Expression[] {
    const { lowering, variable } = this;
    this.#definitions ??= [...variable.definitions.flatMap((definition) => define(lowering, definition)), ...assigned(lowering, variable)];
    return this.#definitions;
  }

  get type(): Expression | null {
    if (this.#type === undefined) {
      const annotation = this.variable.definitions.map(({ name }) => name.typeAnnotation).find((node) => node);
      this.#type = annotation ? this.lowering.type(annotation.typeAnnotation) : null;
    }
    return this.#type;
  }

  get writes(): ReadonlyMap<string, readonly Expression[]> {
    this.#writes ??= writesTo(this.lowering, this.variable);
    return this.#writes;
  }

  get calls(): readonly CallExpression[] {
    const { lowering, variable } = this;
    this.#calls ??= lowering.summary.calls
      .filter(
        ({ callee }) => callee.type === 'Identifier' && callee.name === variable.name && lowering.scopes.variableOf(callee) === variable,
      )
      .map((call) => lowering.call(call));
    return this.#calls;
  }
}

const noWrites: ReadonlyMap<string, readonly Expression[]> = new Map();

/** Members written to a variable, by name. */
function writesTo(lowering: Lowering, variable: Variable): ReadonlyMap<string, readonly Expression[]> {
  const writes = new Map<string, Expression[]>();
  for (const { target, value } of lowering.summary.memberWrites) {
    const { object } = target;
    if (object.type !== 'Identifier' || object.name !== variable.name || lowering.scopes.variableOf(object) !== variable) continue;
    const name = lowering.propertyName(target);
    const key = typeof name === 'string' ? name : anyMember;
    writes.set(key, [...(writes.get(key) ?? []), lowering.expression(value)]);
  }
  return writes.size > 0 ? writes : noWrites;
}

function define(lowering: Lowering, { node, name }: Definition): Expression[] {
  switch (node.type) {
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier': {
      const declaration = node.parent as TSESTree.ImportDeclaration;
      return [{ kind: 'import', specifier: declaration.source.value, imported: importedName(node), range: rangeOf(node) }];
    }
    case 'TSImportEqualsDeclaration':
      return node.moduleReference.type === 'TSExternalModuleReference' && node.moduleReference.expression.type === 'Literal'
        ? [{ kind: 'import', specifier: String(node.moduleReference.expression.value), imported: '*', range: rangeOf(node) }]
        : [lowering.expression(node.moduleReference)];
    case 'VariableDeclarator': {
      const value = initializer(lowering, node);
      return value ? (destructured(lowering, node.id, name, value) ?? []) : [];
    }
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      if (name === (node.id as TSESTree.Node | null)) return [lowering.function(node)];
      return parameter(lowering, node, name);
    case 'ClassDeclaration':
    case 'ClassExpression':
      return [lowering.class(node)];
    case 'TSEnumDeclaration':
      return [enumeration(lowering, node)];
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return [typeDeclaration(lowering, node)];
    case 'TSTypeParameter':
      return node.constraint ? [typeAlias(lowering, node.constraint, rangeOf(node))] : [];
    default:
      return [];
  }
}

function importedName(node: TSESTree.ImportClause): string {
  if (node.type === 'ImportNamespaceSpecifier') return '*';
  if (node.type === 'ImportDefaultSpecifier') return 'default';
  return node.imported.type === 'Identifier' ? node.imported.name : node.imported.value;
}

/** What a declarator starts with: its initializer, or an element of what a loop runs over. */
function initializer(lowering: Lowering, node: TSESTree.VariableDeclarator): Expression | null {
  if (node.init) return lowering.expression(node.init);
  const loop = node.parent.parent;
  return loop.type === 'ForOfStatement' && loop.left === node.parent
    ? { kind: 'element', collection: lowering.expression(loop.right), range: rangeOf(loop.right) }
    : null;
}

/** The value a function's parameter, or a name destructured from it, has: what callers pass, or its default. */
function parameter(
  lowering: Lowering,
  node: Extract<TSESTree.Node, { params: TSESTree.Parameter[] }>,
  name: TSESTree.Identifier,
): Expression[] {
  if (!isFunction(node)) return [];
  const at = startOf(name);
  for (const [index, declared] of node.params.entries()) {
    // Types of the others need not be lowered for it.
    if (at < startOf(declared) || at >= endOf(declared)) continue;
    const parameterNode = declared.type === 'TSParameterProperty' ? declared.parameter : declared;
    const pattern: TSESTree.Node = parameterNode.type === 'AssignmentPattern' ? parameterNode.left : parameterNode;
    const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation : undefined;
    const type = annotation ? lowering.type(annotation.typeAnnotation) : null;
    const value: Expression = {
      kind: 'parameter',
      function: lowering.function(node),
      index,
      rest: pattern.type === 'RestElement',
      type: type && pattern.type === 'Identifier' && pattern.optional ? optional(type) : type,
      range: rangeOf(pattern),
    };
    const found = destructured(lowering, parameterNode, name, value);
    if (found) return found;
  }
  return [];
}

/** The values a name gets when `value` is taken apart by `pattern`; null when the name is not in the pattern. */
function destructured(lowering: Lowering, pattern: TSESTree.Node, name: TSESTree.Identifier, value: Expression): Expression[] | null {
  switch (pattern.type) {
    case 'Identifier':
      return pattern === name ? [value] : null;
    case 'AssignmentPattern': {
      const inner = destructured(lowering, pattern.left, name, value);
      if (!inner) return null;
      const fallback = destructured(lowering, pattern.left, name, lowering.expression(pattern.right)) ?? [];
      return [{ kind: 'choice', alternatives: [...inner, ...fallback], fallback: true, range: rangeOf(pattern) }];
    }
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        const found =
          property.type === 'RestElement'
            ? destructured(lowering, property.argument, name, value)
            : destructured(lowering, property.value, name, {
                kind: 'member',
                object: value,
                property: lowering.keyName(property.key, property.computed),
                range: rangeOf(property),
              });
        if (found) return found;
      }
      return null;
    case 'ArrayPattern':
      for (const [index, element] of pattern.elements.entries()) {
        const found =
          element &&
          destructured(lowering, element, name, { kind: 'member', object: value, property: String(index), range: rangeOf(element) });
        if (found) return found;
      }
      return null;
    case 'RestElement':
      return destructured(lowering, pattern.argument, name, value);
    default:
      return null;
  }
}

/** Values assigned after the declaration. */
function assigned(lowering: Lowering, variable: Variable): Expression[] {
  return variable.assignments.flatMap((identifier) => {
    const assignment = assignmentOf(identifier);
    if (!assignment) return [];
    return destructured(lowering, assignment.left, identifier, lowering.expression(assignment.right)) ?? [];
  });
}

function assignmentOf(identifier: TSESTree.Identifier): TSESTree.AssignmentExpression | null {
  for (let up = identifier.parent as TSESTree.Node | undefined; up; up = up.parent) if (up.type === 'AssignmentExpression') return up;
  return null;
}

function enumeration(lowering: Lowering, node: TSESTree.TSEnumDeclaration): Expression {
  return {
    kind: 'object',
    range: rangeOf(node),
    entries: node.body.members.flatMap((member) =>
      member.initializer
        ? [
            {
              kind: 'property' as const,
              name: lowering.keyName(member.id, false),
              value: lowering.expression(member.initializer),
              range: rangeOf(member),
            },
          ]
        : [],
    ),
  };
}
