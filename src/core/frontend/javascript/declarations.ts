import type { TSESTree } from '@typescript-eslint/types';
import { isFunction } from './functionNode';

/** A name that a node declares, and where it is seen. */
export interface Declaration {
  readonly kind: 'import' | 'variable' | 'function' | 'parameter' | 'class' | 'namespace' | 'type';
  readonly node: TSESTree.Node;
  readonly name: TSESTree.Identifier;
  readonly place: Place;
}

/**
 * Where a name is seen, told from the node that declares it: in the scope around that node, in the function's for a `var`, in the node's
 * own, where a type parameter is; `own name` is that of a function expression, seen by the function itself alone.
 */
type Place = 'around' | 'function' | 'inside' | 'type parameter' | 'own name';

/** The node in whose scope a declaration stands, which takes a walk up the tree. */
export function scopeOf({ node, place }: Declaration): TSESTree.Node {
  switch (place) {
    case 'around':
      return scopeAround(node);
    case 'function':
      return variableScopeAround(node);
    case 'type parameter':
      return scopeOfTypeParameter(node);
    case 'inside':
    case 'own name':
      return node;
  }
}

/** True for what only types can name. */
export function isTypeOnly(kind: Declaration['kind']): boolean {
  return kind === 'type';
}

/** Types of the nodes of which {@link declarationsOf} tells something. */
export const declaringTypes: ReadonlySet<string> = new Set([
  'ImportSpecifier',
  'ImportDefaultSpecifier',
  'ImportNamespaceSpecifier',
  'TSImportEqualsDeclaration',
  'VariableDeclarator',
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'TSDeclareFunction',
  'TSEmptyBodyFunctionExpression',
  'TSFunctionType',
  'TSConstructorType',
  'TSCallSignatureDeclaration',
  'TSConstructSignatureDeclaration',
  'TSMethodSignature',
  'ClassDeclaration',
  'ClassExpression',
  'CatchClause',
  'TSEnumDeclaration',
  'TSEnumMember',
  'TSModuleDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSTypeParameter',
  'TSMappedType',
]);

/** Tells the names a node declares, in source order. The tree's parents must be set. */
export function declarationsOf(node: TSESTree.Node, tell: (declaration: Declaration) => void): void {
  switch (node.type) {
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      tell({ kind: 'import', node, name: node.local, place: 'around' });
      break;
    case 'TSImportEqualsDeclaration':
      tell({ kind: 'import', node, name: node.id, place: 'around' });
      break;
    case 'VariableDeclarator': {
      const isVar = node.parent.kind === 'var';
      namesIn(node.id, node, 'variable', isVar ? 'function' : 'around', tell);
      break;
    }
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'FunctionExpression':
    case 'TSEmptyBodyFunctionExpression':
    case 'ArrowFunctionExpression': {
      const name = node.id as TSESTree.Identifier | null | undefined;
      const isExpression = node.type === 'FunctionExpression' || node.type === 'TSEmptyBodyFunctionExpression';
      if (name) tell({ kind: 'function', node, name, place: isExpression ? 'own name' : 'around' });
      parametersOf(node, tell);
      break;
    }
    case 'TSFunctionType':
    case 'TSConstructorType':
    case 'TSCallSignatureDeclaration':
    case 'TSConstructSignatureDeclaration':
    case 'TSMethodSignature':
      parametersOf(node, tell);
      break;
    case 'ClassDeclaration':
    case 'ClassExpression': {
      if (!node.id) break;
      if (node.type === 'ClassDeclaration') tell({ kind: 'class', node, name: node.id, place: 'around' });
      tell({ kind: 'class', node, name: node.id, place: 'inside' });
      break;
    }
    case 'CatchClause':
      if (node.param) namesIn(node.param, node, 'parameter', 'inside', tell);
      break;
    case 'TSEnumDeclaration':
      tell({ kind: 'namespace', node, name: node.id, place: 'around' });
      break;
    case 'TSEnumMember':
      if (node.id.type === 'Identifier') tell({ kind: 'namespace', node, name: node.id, place: 'around' });
      break;
    case 'TSModuleDeclaration':
      if (node.id.type === 'Identifier' && node.kind !== 'global') tell({ kind: 'namespace', node, name: node.id, place: 'around' });
      break;
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      tell({ kind: 'type', node, name: node.id, place: 'around' });
      break;
    case 'TSTypeParameter':
      tell({ kind: 'type', node, name: node.name, place: 'type parameter' });
      break;
    case 'TSMappedType':
      tell({ kind: 'type', node, name: node.key, place: 'inside' });
      break;
    default:
  }
}

/** The scope that `node` makes for its child, null when it makes none there. */
export function scopeHolder(node: TSESTree.Node, child: TSESTree.Node): TSESTree.Node | null {
  switch (node.type) {
    case 'Program':
    case 'StaticBlock':
    case 'CatchClause':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'TSEmptyBodyFunctionExpression':
    case 'TSFunctionType':
    case 'TSConstructorType':
    case 'TSCallSignatureDeclaration':
    case 'TSConstructSignatureDeclaration':
    case 'TSMethodSignature':
    case 'TSMappedType':
      return node;
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return node.id === child ? null : node;
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.id === child || (node.decorators as readonly TSESTree.Node[]).includes(child) ? null : node;
    case 'BlockStatement':
      // A function's body has no scope apart from the function's.
      return isFunction(node.parent) ? null : node;
    case 'ForStatement':
      return node.init?.type === 'VariableDeclaration' && node.init.kind !== 'var' ? node : null;
    case 'ForInStatement':
    case 'ForOfStatement':
      return node.left.type === 'VariableDeclaration' && node.left.kind !== 'var' ? node : null;
    case 'SwitchStatement':
      return node.discriminant === child ? null : node;
    case 'TSConditionalType':
      return node.falseType === child ? null : node;
    default:
      return null;
  }
}

function scopeAround(node: TSESTree.Node): TSESTree.Node {
  let child = node;
  for (let up = node.parent; up; child = up, up = up.parent) {
    const holder = scopeHolder(up, child);
    if (holder) return holder;
  }
  return child;
}

/** Where a `var` is seen: in the whole function, module or namespace. */
function variableScopeAround(node: TSESTree.Node): TSESTree.Node {
  let child = node;
  for (let up = node.parent; up; child = up, up = up.parent) {
    const holdsVariables = isFunction(up) || up.type === 'Program' || up.type === 'StaticBlock' || up.type === 'TSModuleDeclaration';
    if (holdsVariables) return up;
  }
  return child;
}

/** A type parameter is seen by what declares it; what `infer` names by the condition around it. */
function scopeOfTypeParameter(node: TSESTree.Node): TSESTree.Node {
  if (node.parent?.type !== 'TSInferType') return scopeAround(node);
  let child: TSESTree.Node = node;
  for (let up = node.parent as TSESTree.Node | undefined; up; child = up, up = up.parent) {
    if (up.type === 'TSConditionalType' && scopeHolder(up, child)) return up;
    if (up.type === 'Program') break;
  }
  return scopeAround(node);
}

function parametersOf(node: Extract<TSESTree.Node, { params: TSESTree.Parameter[] }>, tell: (declaration: Declaration) => void): void {
  for (const parameter of node.params) namesIn(parameter, node, 'parameter', 'inside', tell);
}

function namesIn(
  pattern: TSESTree.Node,
  node: TSESTree.Node,
  kind: Declaration['kind'],
  place: Place,
  tell: (declaration: Declaration) => void,
): void {
  if (pattern.type === 'Identifier') tell({ kind, node, name: pattern, place });
  else for (const { identifier } of patternNames(pattern)) tell({ kind, node, name: identifier, place });
}

/** A name in a pattern, and how many defaults stand around it there. */
export interface PatternName {
  readonly identifier: TSESTree.Identifier;
  readonly defaults: number;
}

/** The names that a pattern declares or assigns, in source order. */
export function patternNames(pattern: TSESTree.Node): readonly PatternName[] {
  const names: PatternName[] = [];
  collectNames(pattern, 0, names);
  return names;
}

function collectNames(pattern: TSESTree.Node, defaults: number, names: PatternName[]): void {
  switch (pattern.type) {
    case 'Identifier':
      names.push({ identifier: pattern, defaults });
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties)
        collectNames(property.type === 'RestElement' ? property.argument : property.value, defaults, names);
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) collectNames(element, defaults, names);
      break;
    case 'AssignmentPattern':
      collectNames(pattern.left, defaults + 1, names);
      break;
    case 'RestElement':
      collectNames(pattern.argument, defaults, names);
      break;
    case 'TSParameterProperty':
      collectNames(pattern.parameter, defaults, names);
      break;
    default:
  }
}
