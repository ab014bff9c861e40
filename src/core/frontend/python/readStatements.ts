import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from './nodes';
import {
  isExpression,
  rangeOf,
  readArguments,
  readDecorator,
  readExpression,
  readItems,
  readName,
  readParameters,
  splitAtCommas,
} from './readExpressions';
import type { Expr, ImportStatement, Statement } from './syntax';

/** The statements directly below a node, in source order. */
export function readStatements(text: string, node: SyntaxNode): Statement[] {
  return childrenOf(node).flatMap((child) => readStatement(text, child));
}

function readStatement(text: string, node: SyntaxNode): Statement[] {
  const range = rangeOf(node);
  switch (node.name) {
    case 'AssignStatement':
    case 'UpdateStatement':
      return [readAssignment(text, node)];
    case 'ReturnStatement': {
      const values = readItems(text, childrenOf(node));
      return [{ type: 'return', value: together(values, childrenOf(node), node), range }];
    }
    case 'YieldStatement': {
      const values = readItems(text, childrenOf(node));
      return [{ type: 'expression', values: [{ type: 'yield', value: together(values, childrenOf(node), node), range }], range }];
    }
    case 'ImportStatement':
      return readImport(text, node);
    case 'DecoratedStatement': {
      const children = childrenOf(node);
      const decorators = children.filter((child) => child.name === 'Decorator');
      const names = decorators.map((each) => /^@\s*([\w.]*)/.exec(text.slice(each.from, each.to))?.[1] ?? '');
      const values = decorators.flatMap((each) => readDecorator(text, each) ?? []);
      const defined = children.flatMap((child) => readDefinition(text, child, names));
      return values.length > 0 ? [{ type: 'expression', values, range }, ...defined] : defined;
    }
    case 'FunctionDefinition':
    case 'ClassDefinition':
      return readDefinition(text, node, []);
    case 'ForStatement': {
      const children = childrenOf(node);
      const from = children.findIndex((child) => child.name === 'for');
      const at = children.findIndex((child) => child.name === 'in');
      const iterables = readItems(text, beforeBody(children.slice(at + 1)));
      const target = together(readItems(text, children.slice(from + 1, at)), children.slice(from + 1, at), node);
      const iterable = together(iterables, beforeBody(children.slice(at + 1)), node);
      const body = bodyOf(text, children);
      return at < 0 || !target || !iterable
        ? [{ type: 'block', values: iterables, body, range }]
        : [{ type: 'for', target, iterable, body, range }];
    }
    case 'WithStatement':
      return [readWith(text, node)];
    case 'ScopeStatement': {
      const children = childrenOf(node);
      const names = children.filter((child) => child.name === 'VariableName').map((child) => text.slice(child.from, child.to));
      return [{ type: 'scope', global: text.slice(node.from, node.from + 6) === 'global', names, range }];
    }
    case 'IfStatement':
    case 'WhileStatement':
    case 'TryStatement':
    case 'MatchStatement':
    case 'MatchBody':
    case 'MatchClause':
    case 'StatementGroup':
    case 'Body': {
      const children = childrenOf(node);
      const values = children.filter(isExpression).map((child) => readExpression(text, child));
      return [{ type: 'block', values, body: bodyOf(text, children), range }];
    }
    default: {
      const values = childrenOf(node)
        .filter(isExpression)
        .map((child) => readExpression(text, child));
      if (isExpression(node)) return [{ type: 'expression', values: [readExpression(text, node)], range }];
      return values.length > 0 ? [{ type: 'expression', values, range }] : [];
    }
  }
}

function bodyOf(text: string, children: readonly SyntaxNode[]): Statement[] {
  return children
    .filter((child) => !isExpression(child))
    .flatMap((child) => (child.name === 'Body' ? readStatements(text, child) : readStatement(text, child)));
}

function beforeBody(children: readonly SyntaxNode[]): readonly SyntaxNode[] {
  const body = children.findIndex((child) => child.name === 'Body');
  return body < 0 ? children : children.slice(0, body);
}

/** One value, or the tuple that several without parentheses are. */
function together(values: readonly Expr[], children: readonly SyntaxNode[], node: SyntaxNode): Expr | null {
  const [only] = values;
  if (!only) return null;
  if (values.length === 1 && only.type !== 'starred' && !children.some((child) => child.name === ',')) return only;
  return { type: 'list', elements: values, range: { start: only.range.start, end: values.at(-1)?.range.end ?? node.to } };
}

function readAssignment(text: string, node: SyntaxNode): Statement {
  const sides: SyntaxNode[][] = [[]];
  let annotation: Expr | null = null;
  for (const child of childrenOf(node)) {
    if (child.name === 'AssignOp' || child.name === 'UpdateOp') sides.push([]);
    else if (child.name === 'TypeDef') {
      const type = childrenOf(child).find(isExpression);
      annotation = type ? readExpression(text, type) : null;
    } else sides.at(-1)?.push(child);
  }
  const values = sides.map((side) => together(readItems(text, side), side, node));
  const value = values.length > 1 ? (values.at(-1) ?? null) : null;
  const targets = (values.length > 1 ? values.slice(0, -1) : values).flatMap((target) => target ?? []);
  return { type: 'assign', targets, annotation, value, updates: node.name === 'UpdateStatement', range: rangeOf(node) };
}

function readImport(text: string, node: SyntaxNode): ImportStatement[] {
  const children = childrenOf(node);
  const range = rangeOf(node);
  const at = children.findIndex((child) => child.name === 'import');
  if (at < 0) return [];
  const items = splitAtCommas(children.slice(at + 1).filter((child) => child.name !== '(' && child.name !== ')'));
  if (children[0]?.name === 'from') {
    const module = children
      .slice(1, at)
      .map((child) => text.slice(child.from, child.to))
      .join('');
    const names = items.flatMap((parts) => {
      const [first] = parts;
      if (!first) return [];
      const alias = aliasOf(text, parts);
      return [{ name: text.slice(first.from, first.to), alias, range: { start: first.from, end: (parts.at(-1) ?? first).to } }];
    });
    return [{ type: 'import', module, alias: null, names, range }];
  }
  return items.map((parts) => {
    const as = parts.findIndex((part) => part.name === 'as');
    const module = (as < 0 ? parts : parts.slice(0, as)).map((part) => text.slice(part.from, part.to)).join('');
    return { type: 'import', module, alias: aliasOf(text, parts), names: null, range };
  });
}

function aliasOf(text: string, parts: readonly SyntaxNode[]): string | null {
  const as = parts.findIndex((part) => part.name === 'as');
  const alias = as < 0 ? undefined : parts[as + 1];
  return alias ? text.slice(alias.from, alias.to) : null;
}

function readDefinition(text: string, node: SyntaxNode, decorators: readonly string[]): Statement[] {
  const children = childrenOf(node);
  const name = children.find((child) => child.name === 'VariableName');
  const body = children.find((child) => child.name === 'Body');
  const range = rangeOf(node);
  if (!name) return [];
  const statements = body ? readStatements(text, body) : [];
  if (node.name === 'ClassDefinition') {
    const list = children.find((child) => child.name === 'ArgList');
    const bases = (list ? readArguments(text, list) : []).filter((each) => each.name === null && each.spread === '');
    return [{ type: 'class', name: readName(text, name), bases: bases.map(({ value }) => value), decorators, body: statements, range }];
  }
  if (node.name !== 'FunctionDefinition') return [];
  const list = children.find((child) => child.name === 'ParamList');
  const result = children.find((child) => child.name === 'TypeDef');
  const returns = result && childrenOf(result).find(isExpression);
  return [
    {
      type: 'function',
      name: readName(text, name),
      parameters: list ? readParameters(text, list) : [],
      returns: returns ? readExpression(text, returns) : null,
      decorators,
      body: statements,
      range,
    },
  ];
}

/** The grammar does not know parentheses around several managers; their parts are found all the same. */
function readWith(text: string, node: SyntaxNode): Statement {
  const children = childrenOf(node);
  const head = beforeBody(children).flatMap((child) =>
    child.name === 'ParenthesizedExpression' && child.lastChild?.name !== ')' ? childrenOf(child) : [child],
  );
  const items = splitAtCommas(head).flatMap((parts) => {
    const value = parts.find(isExpression);
    const as = parts.findIndex((part) => part.name === 'as');
    const target = as < 0 ? undefined : parts.slice(as + 1).find(isExpression);
    if (!value || value === target) return [];
    return [{ value: readExpression(text, value), target: target ? readExpression(text, target) : null }];
  });
  return { type: 'with', items, body: bodyOf(text, children), range: rangeOf(node) };
}
