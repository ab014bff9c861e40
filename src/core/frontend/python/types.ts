import type { Expression } from '../../facts/expression';
import { isInjection } from './calls';
import type { Lowering } from './lowering';
import type { Expr } from './syntax';

/** Generic types that stand for their first argument. */
const transparentTypes: ReadonlySet<string> = new Set([
  'Annotated',
  'ClassVar',
  'Final',
  'Awaitable',
  'Required',
  'NotRequired',
  'Mapped',
  'Depends',
]);
/** Generic types whose values are collections of their first argument, or give one at a time. */
const collectionTypes: ReadonlySet<string> = new Set(['List', 'list', 'Sequence', 'Iterable', 'Set', 'set', 'Tuple', 'tuple']);
const yieldingTypes: ReadonlySet<string> = new Set(['Generator', 'AsyncGenerator', 'Iterator', 'AsyncIterator']);
/** Built-in types whose values say nothing of where requests go. */
const plainTypes: ReadonlySet<string> = new Set([
  'int',
  'bool',
  'float',
  'dict',
  'list',
  'object',
  'bytes',
  'Any',
  'Dict',
  'List',
  'Callable',
  'None',
]);

/** An instance of the type an annotation names: the value a variable of that type holds. */
export function lowerType(lowering: Lowering, node: Expr): Expression {
  const { range } = node;
  switch (node.type) {
    case 'name':
      if (node.name === 'str') return { kind: 'unknown', stated: true, range };
      return plainTypes.has(node.name) ? { kind: 'unknown', range } : typed(lowering, node);
    case 'attribute':
      return typed(lowering, node);
    case 'constant':
      return typeof node.value === 'string' ? quoted(lowering, node.value, node) : { kind: 'unknown', range };
    case 'operation':
      return node.operator === '|' ? oneOf(lowering, alternativesOf(node), node) : { kind: 'unknown', range };
    case 'subscript':
      return generic(lowering, node);
    default:
      return { kind: 'unknown', range };
  }
}

/** The same type for something that need not be there. */
export function optional(type: Expression): Expression {
  return type.kind === 'unknown' ? { kind: 'unknown', range: type.range } : type;
}

function typed(lowering: Lowering, node: Expr): Expression {
  return { kind: 'typed', type: lowering.expression(node), value: null, range: node.range };
}

function generic(lowering: Lowering, { object, index, range }: Extract<Expr, { type: 'subscript' }>): Expression {
  const name = object.type === 'name' || object.type === 'attribute' ? object.name : '';
  const given = index === null ? [] : index.type === 'list' ? index.elements : [index];
  const [first] = given;
  if (!first) return { kind: 'unknown', range };
  if (name === 'Optional') return optional(lowerType(lowering, first));
  if (name === 'Union') return oneOf(lowering, given, object);
  const injection = name === 'Annotated' ? given.find(isInjection) : undefined;
  if (injection) return lowering.expression(injection);
  if (name === 'Type' || name === 'type') return lowering.expression(first);
  if (transparentTypes.has(name) || yieldingTypes.has(name)) return lowerType(lowering, first);
  if (collectionTypes.has(name)) return { kind: 'array', elements: [lowerType(lowering, first)], range };
  if (plainTypes.has(name) || name === 'Literal') return { kind: 'unknown', range };
  return typed(lowering, object);
}

function alternativesOf(node: Expr): Expr[] {
  return node.type === 'operation' && node.operator === '|' ? [...alternativesOf(node.left), ...alternativesOf(node.right)] : [node];
}

function oneOf(lowering: Lowering, types: readonly Expr[], { range }: Expr): Expression {
  const present = types.filter((type) => !(type.type === 'constant' && type.value === null));
  const alternatives = present.map((type) => lowerType(lowering, type));
  const [only] = alternatives;
  if (alternatives.length !== 1 || !only) return { kind: 'choice', alternatives, range };
  return present.length < types.length ? optional(only) : only;
}

/** A type in quotes, as far as it is names: `"OpenAI | None"`. */
function quoted(lowering: Lowering, text: string, node: Expr): Expression {
  const { range } = node;
  const names = (/^(?:typing\.)?Optional\[(.*)\]$/.exec(text)?.[1] ?? text).split('|').map((name) => name.trim());
  if (names.some((name) => !/^[A-Za-z_][\w.]*$/.test(name))) return { kind: 'unknown', range };
  const types = names.map((name): Expr => {
    const [first = '', ...rest] = name.split('.');
    const root: Expr = first === 'None' ? { type: 'constant', value: null, range } : { type: 'name', name: first, range };
    return rest.reduce<Expr>((object, member) => ({ type: 'attribute', object, name: member, range }), root);
  });
  return oneOf(lowering, types, node);
}

/** Generic types whose name for one stands for what it names: `Client = Annotated[OpenAI, Depends(get_client)]`. */
const aliasable: ReadonlySet<string> = new Set(['Annotated', 'Optional', 'Union']);

/** A type under another name, as what its values are; null for subscripts that are no types. */
export function typeAlias(lowering: Lowering, node: Extract<Expr, { type: 'subscript' }>): Expression | null {
  const { object, range } = node;
  if ((object.type !== 'name' && object.type !== 'attribute') || !aliasable.has(object.name)) return null;
  return { kind: 'interface', members: new Map(), extends: [], alias: lowerType(lowering, node), range };
}
