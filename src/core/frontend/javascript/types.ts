import type { TSESTree } from '@typescript-eslint/types';
import type { Expression, InterfaceFact } from '../../facts/expression';
import type { TextRange } from '../../text/range';
import { rangeOf, type Lowering } from './lowering';

/** Generic types of the standard library that stand for their first argument. */
const transparentTypes: ReadonlySet<string> = new Set([
  'Promise',
  'PromiseLike',
  'Awaited',
  'Readonly',
  'Partial',
  'Required',
  'NonNullable',
  'Pick',
  'Omit',
  'WeakRef',
]);

/** An instance of the type a node names: the value a variable of that type holds. */
export function lowerType(lowering: Lowering, node: TSESTree.TypeNode): Expression {
  const range = rangeOf(node);
  switch (node.type) {
    case 'TSTypeReference': {
      const argument = node.typeArguments?.params[0];
      const name = node.typeName.type === 'Identifier' ? node.typeName.name : null;
      if (name !== null && argument) {
        if (transparentTypes.has(name)) return lowerType(lowering, argument);
        if (name === 'ReturnType') return resultOf(lowerType(lowering, argument), range);
        if (name === 'InstanceType') return { kind: 'typed', type: lowerType(lowering, argument), value: null, range };
      }
      return { kind: 'typed', type: entityName(lowering, node.typeName), value: null, range };
    }
    case 'TSUnionType':
    case 'TSIntersectionType': {
      const present = node.types.filter((type) => type.type !== 'TSNullKeyword' && type.type !== 'TSUndefinedKeyword');
      const alternatives = present.map((type) => lowerType(lowering, type));
      const [only] = alternatives;
      if (alternatives.length !== 1 || !only) return { kind: 'choice', alternatives, range };
      return present.length < node.types.length ? optional(only) : only;
    }
    case 'TSStringKeyword':
      return { kind: 'unknown', stated: true, range };
    case 'TSTypeQuery':
      return node.exprName.type === 'TSImportType' ? { kind: 'unknown', range } : entityName(lowering, node.exprName);
    case 'TSTypeLiteral':
      return { kind: 'typed', type: interfaceOf(lowering, node.members, [], node), value: null, range };
    case 'TSArrayType':
      return { kind: 'array', elements: [lowerType(lowering, node.elementType)], range };
    case 'TSTypeOperator':
      return node.typeAnnotation ? lowerType(lowering, node.typeAnnotation) : { kind: 'unknown', range };
    case 'TSLiteralType':
      return lowering.expression(node.literal);
    default:
      return { kind: 'unknown', range };
  }
}

/** The same type for something that need not be there. */
export function optional(type: Expression): Expression {
  return type.kind === 'unknown' ? { kind: 'unknown', range: type.range } : type;
}

/** What an interface or a type alias declares. */
export function typeDeclaration(
  lowering: Lowering,
  node: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration,
): InterfaceFact {
  if (node.type === 'TSTypeAliasDeclaration') return typeAlias(lowering, node.typeAnnotation, rangeOf(node));
  return interfaceOf(lowering, node.body.body, node.extends, node);
}

/** A name for a type: an alias, or a type parameter with its bound. */
export function typeAlias(lowering: Lowering, type: TSESTree.TypeNode, range: TextRange): InterfaceFact {
  return {
    kind: 'interface',
    range,
    get alias() {
      return lowering.type(type);
    },
    extends: [],
    members: new Map(),
  };
}

function interfaceOf(
  lowering: Lowering,
  elements: readonly TSESTree.TypeElement[],
  parents: readonly TSESTree.TSInterfaceHeritage[],
  node: TSESTree.Node,
): InterfaceFact {
  const members = new Map<string, Expression>();
  for (const element of elements) {
    if (element.type !== 'TSPropertySignature' || !element.typeAnnotation) continue;
    const name = lowering.keyName(element.key, element.computed);
    const type = lowering.type(element.typeAnnotation.typeAnnotation);
    if (typeof name === 'string') members.set(name, element.optional ? optional(type) : type);
  }
  return {
    kind: 'interface',
    range: rangeOf(node),
    alias: null,
    extends: parents.map((parent) => lowering.expression(parent.expression)),
    members,
  };
}

function entityName(lowering: Lowering, node: TSESTree.EntityName): Expression {
  if (node.type === 'Identifier') return lowering.name(node);
  if (node.type === 'ThisExpression') return lowering.expression(node);
  return { kind: 'member', object: entityName(lowering, node.left), property: node.right.name, range: rangeOf(node) };
}

function resultOf(callee: Expression, range: Expression['range']): Expression {
  return {
    kind: 'call',
    construct: false,
    callee,
    calleeRange: range,
    isSuper: false,
    arguments: { positional: [], keywords: [], spreadFrom: 0, keywordSpreads: [], range: { start: range.end, end: range.end } },
    range,
  };
}
