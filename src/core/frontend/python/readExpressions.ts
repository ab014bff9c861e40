import type { SyntaxNode } from '@lezer/common';
import type { TextRange } from '../../text/range';
import { childrenOf } from './nodes';
import { stringStart, stringValue, unescaped } from './strings';
import type { Argument, ComprehensionExpr, DictExpr, Expr, NameExpr, Parameter } from './syntax';

/** Operators whose operands tell a value. */
const operators: ReadonlySet<string> = new Set(['or', 'and', '+', '%', '|']);

export function rangeOf(node: SyntaxNode): TextRange {
  return { start: node.from, end: node.to };
}

/** True for nodes that are expressions, false for tokens, blocks and statements. */
export function isExpression(node: SyntaxNode): boolean {
  return /^(?:VariableName|String|Number|Boolean|None|Ellipsis)$|Expression$|String$/.test(node.name);
}

/** Reads the expression a node is. */
export function readExpression(text: string, node: SyntaxNode): Expr {
  const range = rangeOf(node);
  const source = text.slice(node.from, node.to);
  switch (node.name) {
    case 'VariableName':
      return { type: 'name', name: source, range };
    case 'Number':
      return { type: 'constant', value: Number(source.replace(/_/g, '')), range };
    case 'Boolean':
      return { type: 'constant', value: source === 'True', range };
    case 'None':
      return { type: 'constant', value: null, range };
    case 'String': {
      const value = stringValue(source);
      return value === null ? { type: 'other', children: [], range } : { type: 'constant', value, range };
    }
    case 'FormatString':
      return { type: 'text', parts: formatParts(text, node), range };
    case 'ContinuedString':
      return { type: 'text', parts: childrenOf(node).map((child) => readExpression(text, child)), range };
    case 'MemberExpression':
      return readMember(text, node);
    case 'CallExpression':
      return readCall(text, node);
    case 'DictionaryExpression':
      return readDict(text, node);
    case 'ArrayExpression':
    case 'TupleExpression':
    case 'SetExpression':
      return { type: 'list', elements: readItems(text, childrenOf(node)), range };
    case 'ParenthesizedExpression': {
      const inner = childrenOf(node).find(isExpression);
      return inner ? readExpression(text, inner) : { type: 'other', children: [], range };
    }
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'DictionaryComprehensionExpression':
    case 'ComprehensionExpression':
      return readComprehension(text, childrenOf(node), range);
    case 'LambdaExpression': {
      const children = childrenOf(node);
      const parameters = children.find((child) => child.name === 'ParamList');
      const body = children.at(-1);
      return {
        type: 'lambda',
        parameters: parameters ? readParameters(text, parameters) : [],
        body: body && isExpression(body) ? readExpression(text, body) : { type: 'other', children: [], range },
        range,
      };
    }
    case 'ConditionalExpression': {
      const [then, test, otherwise] = childrenOf(node)
        .filter(isExpression)
        .map((child) => readExpression(text, child));
      return then && test && otherwise ? { type: 'conditional', then, test, otherwise, range } : others(text, node);
    }
    case 'BinaryExpression': {
      const children = childrenOf(node);
      const [left, right] = children.filter(isExpression);
      const token = children.find((child) => !isExpression(child));
      const operator = token ? text.slice(token.from, token.to) : '';
      if (!left || !right || !operators.has(operator)) return others(text, node);
      return { type: 'operation', operator, left: readExpression(text, left), right: readExpression(text, right), range };
    }
    case 'AwaitExpression': {
      const value = childrenOf(node).find(isExpression);
      return value ? { type: 'await', value: readExpression(text, value), range } : others(text, node);
    }
    case 'YieldExpression': {
      const value = childrenOf(node).find(isExpression);
      return { type: 'yield', value: value ? readExpression(text, value) : null, range };
    }
    case 'NamedExpression': {
      const [target, value] = childrenOf(node).filter(isExpression);
      if (target?.name !== 'VariableName' || !value) return others(text, node);
      return { type: 'named', target: readName(text, target), value: readExpression(text, value), range };
    }
    default:
      return others(text, node);
  }
}

export function readName(text: string, node: SyntaxNode): NameExpr {
  return { type: 'name', name: text.slice(node.from, node.to), range: rangeOf(node) };
}

function others(text: string, node: SyntaxNode): Expr {
  const children = childrenOf(node)
    .filter(isExpression)
    .map((child) => readExpression(text, child));
  return { type: 'other', children, range: rangeOf(node) };
}

function formatParts(text: string, node: SyntaxNode): (string | Expr)[] {
  const start = stringStart(text.slice(node.from, node.to));
  const parts: (string | Expr)[] = [];
  let position = node.from + (start?.length ?? 0);
  const end = node.to - (start?.quote.length ?? 0);
  const add = (to: number): void => {
    const content = text.slice(position, to).replace(/\{\{/g, '{').replace(/\}\}/g, '}');
    if (content !== '') parts.push(unescaped(content, start?.raw ?? false));
  };
  for (const child of childrenOf(node)) {
    if (child.name !== 'FormatReplacement') continue;
    add(child.from);
    const value = childrenOf(child).find(isExpression);
    parts.push(value ? readExpression(text, value) : { type: 'other', children: [], range: rangeOf(child) });
    position = child.to;
  }
  add(end);
  return parts;
}

function readMember(text: string, node: SyntaxNode): Expr {
  const [object, token, ...rest] = childrenOf(node);
  const range = rangeOf(node);
  if (!object) return { type: 'other', children: [], range };
  const value = readExpression(text, object);
  if (token?.name === '[') {
    const inside = rest.filter((child) => child.name !== ']');
    const isSlice = inside.some((child) => child.name === ':');
    const elements = readItems(text, inside);
    const [only] = elements;
    const index: Expr | null = isSlice ? null : elements.length === 1 && only ? only : { type: 'list', elements, range };
    return { type: 'subscript', object: value, index, range };
  }
  const property = rest.find((child) => child.name === 'PropertyName');
  // An unfinished `client.` while it is typed.
  if (!property) return value;
  return { type: 'attribute', object: value, name: text.slice(property.from, property.to), range };
}

function readCall(text: string, node: SyntaxNode): Expr {
  const [callee, list] = childrenOf(node);
  const range = rangeOf(node);
  return callee && isExpression(callee) ? callOf(text, readExpression(text, callee), list, range) : { type: 'other', children: [], range };
}

/** A decorator that is a call: `@llm.call("…")`; null for one that is only named. The grammar gives its parts in a row. */
export function readDecorator(text: string, node: SyntaxNode): Expr | null {
  const parts = childrenOf(node);
  const list = parts.find((part) => part.name === 'ArgList');
  const [first, ...members] = parts.filter((part) => part.name === 'VariableName');
  if (!first || !list) return null;
  const callee = members.reduce<Expr>(
    (object, { from, to }) => ({ type: 'attribute', object, name: text.slice(from, to), range: { start: first.from, end: to } }),
    readName(text, first),
  );
  return callOf(text, callee, list, { start: first.from, end: list.to });
}

function callOf(text: string, callee: Expr, list: SyntaxNode | undefined, range: TextRange): Expr {
  const start = list ? list.from + 1 : range.end;
  const closed = list !== undefined && text.charAt(list.to - 1) === ')';
  return {
    type: 'call',
    callee,
    arguments: list ? readArguments(text, list) : [],
    argumentsRange: { start, end: Math.max(start, closed ? list.to - 1 : range.end) },
    range,
  };
}

/** Arguments of a call, and bases of a class. */
export function readArguments(text: string, list: SyntaxNode): Argument[] {
  const children = childrenOf(list).filter((child) => child.name !== '(' && child.name !== ')');
  if (children.some((child) => child.name === 'for')) {
    return [{ name: null, spread: '', value: readComprehension(text, children, rangeOf(list)), range: rangeOf(list) }];
  }
  return splitAtCommas(children).flatMap((parts): Argument[] => {
    const [first, second] = parts;
    const value = parts.findLast(isExpression);
    if (!first || !value) return [];
    const read = readExpression(text, value);
    const range = { start: first.from, end: (parts.at(-1) ?? value).to };
    if (first.name === '*' || first.name === '**') return [{ name: null, spread: first.name, value: read, range }];
    if (second?.name === 'AssignOp' && first.name === 'VariableName' && value !== first) {
      const isNamed = text.slice(second.from, second.to) === ':=';
      if (!isNamed) return [{ name: text.slice(first.from, first.to), spread: '', value: read, range }];
      return [
        {
          name: null,
          spread: '',
          value: { type: 'named', target: readName(text, first), value: read, range: { start: first.from, end: value.to } },
          range,
        },
      ];
    }
    return [{ name: null, spread: '', value: read, range }];
  });
}

function readDict(text: string, node: SyntaxNode): DictExpr {
  const children = childrenOf(node).filter((child) => child.name !== '{' && child.name !== '}');
  const entries = splitAtCommas(children).flatMap((parts): DictExpr['entries'] => {
    const [first] = parts;
    const values = parts.filter(isExpression).map((part) => readExpression(text, part));
    const value = values.at(-1);
    if (!first || !value) return [];
    const range = { start: first.from, end: (parts.at(-1) ?? first).to };
    if (first.name === '**') return [{ key: null, value, range }];
    const key = values[0];
    return values.length === 2 && key ? [{ key, value, range }] : [];
  });
  return { type: 'dict', entries, range: rangeOf(node) };
}

/** Elements of a list, starred ones included. */
export function readItems(text: string, nodes: readonly SyntaxNode[]): Expr[] {
  return splitAtCommas(nodes).flatMap((parts): Expr[] => {
    const value = parts.find(isExpression);
    if (!value) return [];
    const read = readExpression(text, value);
    return [parts[0]?.name === '*' ? { type: 'starred', value: read, range: read.range } : read];
  });
}

export function splitAtCommas(nodes: readonly SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === ',') groups.push([]);
    else groups.at(-1)?.push(node);
  }
  return groups.filter((group) => group.length > 0);
}

function readComprehension(text: string, children: readonly SyntaxNode[], range: TextRange): ComprehensionExpr {
  const elements: Expr[] = [];
  const loops: { target: Expr; iterable: Expr }[] = [];
  const conditions: Expr[] = [];
  let place: 'element' | 'target' | 'iterable' | 'condition' = 'element';
  let targets: Expr[] = [];
  for (const child of children) {
    if (child.name === 'for') {
      place = 'target';
      targets = [];
    } else if (child.name === 'in') place = 'iterable';
    else if (child.name === 'if') place = 'condition';
    else if (isExpression(child)) {
      const read = readExpression(text, child);
      if (place === 'element') elements.push(read);
      else if (place === 'target') targets.push(read);
      else if (place === 'condition') conditions.push(read);
      else {
        const [only] = targets;
        loops.push({
          target: targets.length === 1 && only ? only : { type: 'list', elements: targets, range: read.range },
          iterable: read,
        });
      }
    }
  }
  return { type: 'comprehension', elements, loops, conditions, range };
}

/** Parameters of a function or lambda. */
export function readParameters(text: string, list: SyntaxNode): Parameter[] {
  const parameters: Parameter[] = [];
  let namedOnly = false;
  for (const parts of splitAtCommas(childrenOf(list).filter((child) => child.name !== '(' && child.name !== ')'))) {
    const [first] = parts;
    const name = parts.find((part) => part.name === 'VariableName');
    if (!first || !name) {
      if (first?.name === '*') namedOnly = true;
      continue;
    }
    const kind = first.name === '*' || first.name === '**' ? first.name : '';
    const typeNode = parts.find((part) => part.name === 'TypeDef');
    const annotation = typeNode && childrenOf(typeNode).find(isExpression);
    const assignment = parts.findIndex((part) => part.name === 'AssignOp');
    const fallback = assignment < 0 ? undefined : parts.slice(assignment + 1).find(isExpression);
    parameters.push({
      name: text.slice(name.from, name.to),
      kind,
      namedOnly,
      annotation: annotation ? readExpression(text, annotation) : null,
      fallback: fallback ? readExpression(text, fallback) : null,
      range: { start: first.from, end: (parts.at(-1) ?? name).to },
    });
    if (kind === '*') namedOnly = true;
  }
  return parameters;
}
