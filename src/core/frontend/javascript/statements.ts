import type { TSESTree } from '@typescript-eslint/types';
import type { StatementFact } from '../../facts/moduleFacts';
import type { TextRange } from '../../text/range';
import { isFunction } from './functionNode';
import { rangeOf } from './lowering';
import { endOf, startOf, visitNodes } from './walk';

const lists: ReadonlySet<string> = new Set(['Program', 'BlockStatement', 'SwitchCase', 'StaticBlock', 'TSModuleBlock']);
const declarations: ReadonlySet<string> = new Set(['VariableDeclaration', 'FunctionDeclaration', 'ClassDeclaration']);

/** The innermost statement around a place; null where none stands there. */
export function statementAround(program: TSESTree.Program, { start, end }: TextRange): StatementFact | null {
  let found: TSESTree.Node | null = null;
  // Outer nodes are visited first, so the last one is the innermost.
  visitNodes(program, (node) => {
    if (isStatement(node) && startOf(node) <= start && end <= endOf(node)) found = node;
  });
  const node = found as TSESTree.Node | null;
  if (!node) return null;
  return { range: rangeOf(node), listed: lists.has(node.parent?.type ?? ''), within: rangeOf(node.parent ?? node), leaves: leaves(node) };
}

function isStatement({ type, parent }: TSESTree.Node): boolean {
  if (type === 'BlockStatement') return false;
  // What a loop declares in its head is no statement of its own.
  return type.endsWith('Statement') || (declarations.has(type) && lists.has(parent?.type ?? ''));
}

/** True where code within a statement leaves it before its end, by other means than an error. */
function leaves(statement: TSESTree.Node): boolean {
  const [start, end] = [startOf(statement), endOf(statement)];
  let root = statement;
  while (root.parent) root = root.parent;
  let found = false;
  visitNodes(root, (node) => {
    if (!/^(?:Break|Return|Continue)Statement$/.test(node.type) || startOf(node) < start || endOf(node) > end) return;
    let up: TSESTree.Node | undefined = node;
    while (up && up !== statement && !isFunction(up)) up = up.parent;
    if (up === statement && (node.type !== 'ContinueStatement' || node.label !== null)) found = true;
  });
  return found;
}
