import type { TSESTree } from '@typescript-eslint/types';
import type { Scopes, Variable } from './scopes';
import { visitNodes } from './walk';

export type Reference = TSESTree.Identifier | TSESTree.JSXIdentifier;

/** Every place where a variable is named apart from its declarations, in source order, for all variables of a module. */
export function collectReferences(scopes: Scopes, program: TSESTree.Program): ReadonlyMap<Variable, readonly Reference[]> {
  const references = new Map<Variable, Reference[]>();
  visitNodes(program, (node) => {
    if ((node.type !== 'Identifier' && node.type !== 'JSXIdentifier') || !namesVariable(node)) return;
    const variable = scopes.variableOf(node);
    if (!variable || variable.definitions.some(({ name }) => name === node)) return;
    const known = references.get(variable);
    if (known) known.push(node);
    else references.set(variable, [node]);
  });
  return references;
}

/** False for names of members, labels, attributes and of what other modules call their exports. */
function namesVariable(node: Reference): boolean {
  const { parent } = node;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed;
    case 'JSXMemberExpression':
      return parent.object === node;
    case 'JSXOpeningElement':
    case 'JSXClosingElement':
      // Names in lower case are elements of the page.
      return node.name === 'this' || /^[^a-z]/.test(node.name);
    case 'JSXAttribute':
    case 'JSXNamespacedName':
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
    case 'ImportAttribute':
    case 'TSImportType':
    case 'TSNamespaceExportDeclaration':
    case 'TSIndexSignature':
    case 'ImportSpecifier':
    case 'ExportAllDeclaration':
      return false;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return parent.value === node || parent.computed;
    case 'TSAbstractMethodDefinition':
    case 'TSAbstractPropertyDefinition':
    case 'TSAbstractAccessorProperty':
    case 'TSPropertySignature':
    case 'TSMethodSignature':
      return parent.key === node && parent.computed;
    case 'TSEnumMember':
      return parent.initializer === node;
    case 'TSNamedTupleMember':
      return parent.label !== node;
    case 'TSQualifiedName':
      return parent.left === node && !isInImportType(parent);
    case 'ExportSpecifier':
      return parent.local === node && parent.parent.source === null;
    default:
      return true;
  }
}

/** `import("module").A.B` names nothing of this module. */
function isInImportType(node: TSESTree.TSQualifiedName): boolean {
  let up: TSESTree.Node = node;
  while (up.type === 'TSQualifiedName') up = up.parent;
  return up.type === 'TSImportType';
}
