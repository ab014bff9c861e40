import type { Expression, ObjectEntry } from '../../facts/expression';
import type { TextRange } from '../../text/range';
import type { Lowering } from './lowering';
import { isSuper } from './survey';
import type { Argument, CallExpr, Expr } from './syntax';

/**
 * Functions that call a function for their caller, by name, or by the two last ones where many things are called so: where it
 * stands among the arguments, its own follow.
 */
const runners: Readonly<Record<string, number>> = {
  to_thread: 0,
  io_bound: 0,
  partial: 0,
  run_in_executor: 1,
  'to_thread.run_sync': 0,
  run_in_threadpool: 0,
  submit: 0,
  Depends: 0,
  Security: 0,
};

/** The call that a runner makes: `asyncio.to_thread(client.create, model=…)`; null for other calls. */
export function passedFunction({
  callee,
  arguments: given,
}: CallExpr): { readonly callee: Expr; readonly arguments: readonly Argument[] } | null {
  const index = runnerNames(callee)
    .filter((name) => Object.hasOwn(runners, name))
    .map((name) => runners[name])[0];
  const passed = index === undefined ? undefined : given[index];
  if (index === undefined || passed?.name !== null || passed.spread !== '') return null;
  if (passed.value.type !== 'attribute' && passed.value.type !== 'name') return null;
  return { callee: passed.value, arguments: given.slice(index + 1) };
}

function runnerNames(callee: Expr): readonly string[] {
  if (callee.type === 'name') return [callee.name];
  if (callee.type !== 'attribute') return [];
  const owner = callee.object.type === 'attribute' || callee.object.type === 'name' ? `${callee.object.name}.${callee.name}` : '';
  return [owner, callee.name];
}

/** Functions of frameworks that hand a parameter what a function gives. */
const injectors: ReadonlySet<string> = new Set(['Depends', 'Security']);

/** True for a call that names the function whose value is injected: `Depends(get_client)`. */
export function isInjection(node: Expr): node is CallExpr {
  if (node.type !== 'call' || (node.callee.type !== 'name' && node.callee.type !== 'attribute')) return false;
  return injectors.has(node.callee.name) && passedFunction(node) !== null;
}

/** Functions of the standard library that hand back one of their arguments: its index. */
const identities: Readonly<Record<string, number>> = {
  'json.dumps': 0,
  'asyncio.run': 0,
  'asyncio.wait_for': 0,
  'copy.copy': 0,
  'copy.deepcopy': 0,
  'typing.cast': 1,
  'httpx.URL': 0,
  'contextlib.closing': 0,
  'asgiref.sync.sync_to_async': 0,
  'asgiref.sync.async_to_sync': 0,
  'asyncer.asyncify': 0,
  'asyncer.syncify': 0,
};

/** Functions of the standard library that put paths together. */
const joiners: ReadonlySet<string> = new Set(['urllib.parse.urljoin', 'urlparse.urljoin', 'os.path.join', 'posixpath.join']);

/** The value of a call that Python's own library and built-in functions give; undefined for all others. */
export function specialCall(lowering: Lowering, node: CallExpr): Expression | undefined {
  const { callee, range } = node;
  if (isSuper(node)) {
    const owner = lowering.survey.superAt(node);
    return owner ? { kind: 'this', owner: lowering.class(owner), static: false, range } : { kind: 'unknown', range };
  }
  const made = partialCall(lowering, callee);
  if (made) return lowering.expression(made);
  const [first, second] = node.arguments;
  const name = lowering.importedName(callee);
  if (name === 'os.getenv' || name === 'os.environ.get' || name === 'os.environ.pop') return environmentRead(lowering, node);
  const identity = name !== null && Object.hasOwn(identities, name) ? identities[name] : undefined;
  if (identity !== undefined) {
    const value = node.arguments[identity];
    return value && lowering.expression(value.value);
  }
  if (name !== null && joiners.has(name)) return joined(lowering, node);
  if ((name === 'importlib.import_module' || lowering.isBuiltin(callee, '__import__')) && typeof constantOf(first) === 'string')
    return { kind: 'import', specifier: String(constantOf(first)), imported: '*', range };
  if (lowering.isBuiltin(callee, 'dict')) return dictionary(lowering, node);
  if (lowering.isBuiltin(callee, 'getattr') && first && second) {
    const property = second.value.type === 'constant' ? String(second.value.value) : lowering.expression(second.value);
    const member: Expression = { kind: 'member', object: lowering.expression(first.value), property, range };
    return withDefault(lowering, member, node.arguments[2]);
  }
  if (callee.type !== 'attribute') return undefined;
  // Text as bytes still says what it says.
  if (callee.name === 'encode' && node.arguments.every(({ value }) => value.type === 'constant')) return lowering.expression(callee.object);
  if (callee.name === 'join' && callee.object.type === 'constant' && first?.value.type === 'list')
    return separated(lowering, String(callee.object.value), first.value.elements, range);
  if (callee.name === 'format' && callee.object.type === 'constant' && typeof callee.object.value === 'string')
    return formatted(lowering, callee.object.value, node);
  // A mapping asked for one of its members; addresses are asked of other things.
  if ((callee.name === 'get' || callee.name === 'pop') && first?.value.type === 'constant' && /^[\w-]+$/.test(String(first.value.value))) {
    if (node.arguments.some((each) => each.name !== null && each.name !== 'default')) return undefined;
    const member: Expression = { kind: 'member', object: lowering.expression(callee.object), property: String(first.value.value), range };
    return withDefault(lowering, member, second);
  }
  return undefined;
}

/** Parts of an address or a path, in a row. */
function joined(lowering: Lowering, { arguments: given, range }: CallExpr): Expression {
  const parts = given.map(({ value, spread }): Expr => (spread === '' ? value : { type: 'other', children: [], range: value.range }));
  return separated(lowering, '/', parts, range);
}

function separated(lowering: Lowering, separator: string, parts: readonly Expr[], range: TextRange): Expression {
  const lowered = parts.map((part) => lowering.expression(part));
  return { kind: 'template', parts: lowered.flatMap((part, index) => (index === 0 ? [part] : [separator, part])), range };
}

/** The call of `partial` that a name stands for: calling the name makes what that call makes. */
function partialCall(lowering: Lowering, callee: Expr): CallExpr | null {
  if (callee.type !== 'name') return null;
  const [definition, ...others] = lowering.survey.variableOf(callee)?.definitions ?? [];
  if (others.length > 0 || definition?.kind !== 'value' || definition.path.length > 0 || definition.value.type !== 'call') return null;
  const made = definition.value;
  return lowering.importedName(made.callee) === 'functools.partial' && passedFunction(made) ? made : null;
}

function constantOf(argument: Argument | undefined): string | number | boolean | null {
  return argument?.value.type === 'constant' ? argument.value.value : null;
}

function withDefault(lowering: Lowering, value: Expression, fallback: Argument | undefined): Expression {
  if (!fallback) return value;
  return { kind: 'choice', alternatives: [value, lowering.expression(fallback.value)], fallback: true, range: value.range };
}

function environmentRead(lowering: Lowering, node: CallExpr): Expression {
  const { range } = node;
  const key = node.arguments.find((each) => each.name === 'key') ?? node.arguments[0];
  if (!key) return { kind: 'unknown', range };
  const property = key.value.type === 'constant' ? String(key.value.value) : lowering.expression(key.value);
  const value: Expression = { kind: 'member', object: { kind: 'environment', range }, property, range };
  return withDefault(lowering, value, node.arguments.find((each) => each.name === 'default') ?? node.arguments[1]);
}

/** An argument as an entry of an object. */
export function argumentEntry(lowering: Lowering, { name, value, range }: Argument): ObjectEntry {
  const lowered = lowering.expression(value);
  return name === null ? { kind: 'spread', value: lowered, range } : { kind: 'property', name, value: lowered, range };
}

function dictionary(lowering: Lowering, node: CallExpr): Expression {
  const entries = node.arguments.map((argument) => argumentEntry(lowering, argument));
  return { kind: 'object', entries, argumentsRange: node.argumentsRange, range: node.range };
}

/** `"{}/v1".format(host)` as the parts it is put together from. */
function formatted(lowering: Lowering, format: string, node: CallExpr): Expression {
  let next = 0;
  const parts = format.split(/(\{[^{}]*\})/).flatMap((part, index): (string | Expression)[] => {
    if (index % 2 === 0) return part === '' ? [] : [part.replace(/\{\{/g, '{').replace(/\}\}/g, '}')];
    const field = /^\{(\w*)/.exec(part)?.[1] ?? '';
    const given =
      field === '' || /^\d+$/.test(field)
        ? node.arguments[field === '' ? next++ : Number(field)]
        : node.arguments.find((each) => each.name === field);
    return [given ? lowering.expression(given.value) : { kind: 'unknown', range: node.range }];
  });
  return { kind: 'template', parts, range: node.range };
}
