import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { declaringTypes } from './declarations';
import type { TextRange } from '../../text/range';
import { isFunction, type FunctionNode } from './functionNode';

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** An assignment to a member: `x.y = v`, `this.y = v`, `this.y.z = v`. */
export interface MemberWrite {
  readonly target: TSESTree.MemberExpression;
  readonly value: TSESTree.Expression;
}

/** What one pass over the tree collects, in source order. */
export interface TreeSummary {
  /** By where they end. */
  readonly calls: readonly CallNode[];
  /** Values returned by each function, nested functions apart. */
  readonly returns: ReadonlyMap<FunctionNode, readonly TSESTree.Expression[]>;
  readonly memberWrites: readonly MemberWrite[];
  /** Member writes whose object is `this` (or a member of `this`), by class. */
  readonly thisWrites: ReadonlyMap<ClassNode, readonly MemberWrite[]>;
  readonly superCalls: ReadonlyMap<ClassNode, TSESTree.CallExpression>;
  /** Nodes that declare names, and assignments: what resolving names needs. */
  readonly declarations: readonly TSESTree.Node[];
  readonly assignments: readonly TSESTree.AssignmentExpression[];
}

type LooseNode = TSESTree.Node & { parent?: TSESTree.Node } & Record<string, unknown>;

/** What is known of all nodes of one type. */
interface NodeType {
  readonly name: string;
  /** Members that hold nodes, last first. */
  readonly keys: readonly string[];
  readonly tells: boolean;
}

/** Types of the nodes that a summary is made of. */
export const tellingTypes: ReadonlySet<string> = new Set([
  ...declaringTypes,
  'CallExpression',
  'NewExpression',
  'ReturnStatement',
  'ArrowFunctionExpression',
  'AssignmentExpression',
]);

const nodeTypes: ReadonlyMap<string, NodeType> = new Map(
  Object.entries(visitorKeys).map(([name, keys = []]) => [name, { name, keys: keys.toReversed(), tells: tellingTypes.has(name) }]),
);

/**
 * Collects what lowering needs to know of a tree beforehand.
 * @param told the nodes of {@link tellingTypes}, in source order, by a parser that sets every node's `parent`; without them the tree is
 * walked for both
 */
export function summarize(program: TSESTree.Program, told: readonly TSESTree.Node[] = tellingNodes(program)): TreeSummary {
  const calls: CallNode[] = [];
  const returns = new Map<FunctionNode, TSESTree.Expression[]>();
  const memberWrites: MemberWrite[] = [];
  const thisWrites = new Map<ClassNode, MemberWrite[]>();
  const superCalls = new Map<ClassNode, TSESTree.CallExpression>();
  const declarations: TSESTree.Node[] = [];
  const assignments: TSESTree.AssignmentExpression[] = [];
  for (const node of told) {
    switch (node.type) {
      case 'CallExpression':
        calls.push(node);
        if (node.callee.type === 'Super') {
          const owner = enclosingClass(node);
          if (owner) superCalls.set(owner, node);
        }
        break;
      case 'NewExpression':
        calls.push(node);
        break;
      case 'ReturnStatement': {
        const owner = enclosingFunction(node);
        if (owner && node.argument) push(returns, owner, node.argument);
        break;
      }
      case 'ArrowFunctionExpression':
        if (node.body.type !== 'BlockStatement') push(returns, node, node.body);
        break;
      case 'AssignmentExpression':
        assignments.push(node);
        if (node.left.type === 'MemberExpression') {
          const write: MemberWrite = { target: node.left, value: node.right };
          memberWrites.push(write);
          const root = node.left.object.type === 'MemberExpression' ? node.left.object.object : node.left.object;
          if (root.type === 'ThisExpression') {
            const owner = enclosingClass(node);
            if (owner) push(thisWrites, owner, write);
          }
        }
        break;
      default:
    }
    if (declaringTypes.has(node.type)) declarations.push(node);
  }
  calls.sort((a, b) => endOf(a) - endOf(b) || startOf(a) - startOf(b));
  // Parsers put a node's children in orders of their own: source order must not hang on it.
  for (const values of returns.values()) values.sort((a, b) => startOf(a) - startOf(b));
  for (const writes of [memberWrites, ...thisWrites.values()]) writes.sort((a, b) => startOf(a.target) - startOf(b.target));
  return { calls, returns, memberWrites, thisWrites, superCalls, declarations, assignments };
}

/** Walks a tree once, sets every node's `parent`, and gives the nodes that tell, in source order. */
export function tellingNodes(program: TSESTree.Program): readonly TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  // Iterative, because generated code nests deeper than the stack: operands of a long concatenation, chained calls.
  const stack: LooseNode[] = [program as unknown as LooseNode];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const type = nodeTypes.get(node.type);
    // A tree out of JSON has a text of its own in every node: the shared one is compared at once, and the others need not be kept.
    if (type) (node as { type: string }).type = type.name;
    if (type?.tells === true) found.push(node);
    pushChildren(node, type, stack, false);
  }
  return found;
}

/** The calls that stand in a stretch of the text. */
export function callsWithin({ calls }: TreeSummary, { start, end }: TextRange): readonly CallNode[] {
  const found: CallNode[] = [];
  // A module has many functions: only what ends in the stretch is looked at.
  let first = 0;
  for (let last = calls.length; first < last;) {
    const middle = (first + last) >> 1;
    const call = calls[middle];
    if (call && endOf(call) <= start) first = middle + 1;
    else last = middle;
  }
  for (let at = first; at < calls.length; at++) {
    const call = calls[at];
    if (!call || endOf(call) > end) break;
    if (startOf(call) >= start) found.push(call);
  }
  return found;
}

/** Visits every node in source order. For passes that only some questions need. */
export function visitNodes(program: TSESTree.Program, visit: (node: TSESTree.Node) => void): void {
  const stack: LooseNode[] = [program as unknown as LooseNode];
  for (let node = stack.pop(); node; node = stack.pop()) {
    visit(node);
    pushChildren(node, nodeTypes.get(node.type), stack, true);
  }
}

/**
 * Children are pushed last first, so that the walk visits them in source order.
 * @param names whether names without anything below them are visited too
 */
function pushChildren(node: LooseNode, type: NodeType | undefined, stack: LooseNode[], names: boolean): void {
  const keys = type?.keys ?? otherKeys(node);
  for (let i = 0; i < keys.length; i++) {
    const child = node[keys[i] ?? ''];
    if (typeof child !== 'object' || child === null) continue;
    if (Array.isArray(child)) {
      for (let j = child.length - 1; j >= 0; j--) if (isNode(child[j])) adopt(node, child[j] as LooseNode, stack, names);
    } else if (isNode(child)) adopt(node, child, stack, names);
  }
}

/** Members of a node of a type that is not known, last first. */
function otherKeys(node: LooseNode): readonly string[] {
  return Object.keys(node)
    .filter((key) => key !== 'parent')
    .reverse();
}

function adopt(parent: LooseNode, child: LooseNode, stack: LooseNode[], names: boolean): void {
  // typescript-estree may define `parent` as a getter-less property already; oxc's trees have none.
  child.parent = parent;
  if (child.type === 'Identifier' && isUndecorated(child)) {
    (child as { decorators: readonly TSESTree.Decorator[] }).decorators = noDecorators;
    if (!names && !child.typeAnnotation) return;
  }
  stack.push(child);
}

/** Every third node is a name, and each comes with a list of its own for the decorators that only parameters can have. */
const noDecorators: readonly TSESTree.Decorator[] = [];

function isUndecorated({ decorators }: { readonly decorators?: readonly TSESTree.Node[] }): boolean {
  return decorators?.length === 0;
}

/** Parsers give a node's place as an array, or as two numbers, which take a third of the memory. */
type Placed = Partial<Pick<TSESTree.Node, 'range'>> & { readonly start?: number; readonly end?: number };

/** The offset at which a node starts. */
export function startOf(node: TSESTree.Node): number {
  const placed = node as Placed;
  return placed.start ?? placed.range?.[0] ?? 0;
}

/** The offset at which a node ends. */
export function endOf(node: TSESTree.Node): number {
  const placed = node as Placed;
  return placed.end ?? placed.range?.[1] ?? 0;
}

function isNode(value: unknown): value is LooseNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The nearest enclosing function of any kind, the node itself excluded. */
export function enclosingFunction(node: TSESTree.Node): FunctionNode | null {
  for (let up = node.parent; up; up = up.parent) {
    if (isFunction(up)) return up;
  }
  return null;
}

/** What `this` means at a node: the class or the object literal that owns the method or field around it, null elsewhere. */
export function thisOwner(node: TSESTree.Node): ClassNode | TSESTree.ObjectExpression | null {
  return thisPlace(node)?.owner ?? null;
}

/** True where `this` is a class itself: in its static members. */
export function isStaticThis(node: TSESTree.Node): boolean {
  return thisPlace(node)?.static === true;
}

function thisPlace(node: TSESTree.Node): { readonly owner: ClassNode | TSESTree.ObjectExpression; readonly static: boolean } | null {
  let child: TSESTree.Node = node;
  for (let up = node.parent; up; child = up, up = up.parent) {
    if (up.type === 'FunctionDeclaration') return null;
    if (up.type === 'FunctionExpression') {
      const holder = up.parent as TSESTree.Node | undefined;
      if (holder?.type === 'MethodDefinition') return { owner: holder.parent.parent, static: holder.static };
      if (holder?.type === 'Property' && holder.parent.type === 'ObjectExpression') return { owner: holder.parent, static: false };
      return null;
    }
    if (up.type === 'PropertyDefinition' && up.value === child) return { owner: up.parent.parent, static: up.static };
    if (up.type === 'StaticBlock') return { owner: up.parent.parent, static: true };
  }
  return null;
}

/** The class whose member holds a node, looking through nested functions that keep `this`. */
export function enclosingClass(node: TSESTree.Node): ClassNode | null {
  const owner = thisOwner(node);
  return owner && owner.type !== 'ObjectExpression' ? owner : null;
}
