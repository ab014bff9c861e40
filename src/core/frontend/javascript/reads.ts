import type { TSESTree } from '@typescript-eslint/types';
import type { ReadFact } from '../../facts/moduleFacts';
import type { Lowering } from './lowering';
import { visitNodes } from './walk';

/** Every name, member and call result that is read as a value in a module. */
export function surveyReads(lowering: Lowering, program: TSESTree.Program): readonly ReadFact[] {
  const reads: ReadFact[] = [];
  visitNodes(program, (node) => {
    if (!isRead(node)) return;
    const { role, callee } = fate(node);
    reads.push({
      get expression() {
        return lowering.expression(node);
      },
      role,
      get callee() {
        return callee && lowering.expression(callee);
      },
    });
  });
  return reads;
}

function isRead(node: TSESTree.Node): boolean {
  switch (node.type) {
    case 'Identifier':
      return isValueName(node);
    case 'MemberExpression':
      return !(node.parent.type === 'AssignmentExpression' && node.parent.left === node);
    case 'CallExpression':
      return true;
    default:
      return false;
  }
}

/** True for identifiers that stand for a value; false for declarations, keys, labels and types. */
function isValueName(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed;
    case 'Property':
      return parent.value === node ? parent.parent.type === 'ObjectExpression' : parent.computed;
    case 'PropertyDefinition':
    case 'AccessorProperty':
    case 'MethodDefinition':
      return parent.key === node ? parent.computed : true;
    case 'VariableDeclarator':
      return parent.init === node;
    case 'AssignmentPattern':
      return parent.right === node;
    case 'AssignmentExpression':
      return parent.left !== node;
    case 'ArrowFunctionExpression':
      return parent.body === node;
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass === node;
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.right === node;
    case 'ExportSpecifier':
      return parent.local === node && parent.parent.source === null;
    case 'TSEnumMember':
      return parent.initializer === node;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'RestElement':
    case 'ArrayPattern':
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'ImportAttribute':
    case 'CatchClause':
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
    case 'TSParameterProperty':
      return false;
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'TSExportAssignment':
      return true;
    default:
      return !parent.type.startsWith('TS');
  }
}

interface Fate {
  readonly role: ReadFact['role'];
  readonly callee: TSESTree.Node | null;
}

const used: Fate = { role: 'used', callee: null };
const passed: Fate = { role: 'passed', callee: null };

/** What becomes of a value: followed through casts, choices and literals that hold it to where it arrives. */
function fate(node: TSESTree.Node): Fate {
  let child = node;
  for (let up = node.parent; up; child = up, up = up.parent as TSESTree.Node | undefined) {
    switch (up.type) {
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'ChainExpression':
      case 'AwaitExpression':
      case 'ObjectExpression':
      case 'ArrayExpression':
      case 'SpreadElement':
        continue;
      case 'Property':
        if (up.value === child) continue;
        return used;
      case 'LogicalExpression':
        if (up.operator !== '&&' || up.right === child) continue;
        return used;
      case 'ConditionalExpression':
        if (up.test !== child) continue;
        return used;
      case 'VariableDeclarator':
      case 'AssignmentPattern':
      case 'AssignmentExpression':
      case 'PropertyDefinition':
      case 'ReturnStatement':
      case 'ArrowFunctionExpression':
      case 'ExportDefaultDeclaration':
      case 'ExportSpecifier':
      case 'TSEnumMember':
      case 'ExpressionStatement':
        return passed;
      case 'CallExpression':
      case 'NewExpression':
        return up.callee === child ? used : { role: 'argument', callee: up.callee };
      default:
        return used;
    }
  }
  return used;
}
