import type { Expression, NameExpression, ObjectEntry, ObjectExpression } from '../../facts/expression';
import type { FieldTranslation, TranslatedCall } from '../../match/translation';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { editObject, type Property } from '../options/objectEdit';
import { unwrapTyped } from '../options/unwrap';
import { followList } from './lists';
import { Untranslatable, type RequestText } from './requestText';

type Functions = Extract<FieldTranslation, { kind: 'functions' }>;
type Required = Extract<FieldTranslation, { kind: 'required' }>;

const what = 'its `tools`';

/** Code of the functions that a model may ask for, each of which is declared by an object of its own. */
export function functionsCode(request: RequestText, value: Expression, functions: Functions, { types }: TranslatedCall): string {
  const type = types?.function ?? '';
  if (value.kind === 'array') {
    const edits = value.elements.flatMap((each) => functionEdits(request, each, functions, type, [value.range]));
    return request.edited(value, edits);
  }
  if (value.kind !== 'name') throw new Untranslatable(`${what} are not written out in the call`);
  const [list] = value.binding?.definitions ?? [];
  const besides = list ? [list.range] : [];
  followList(request, value, {
    what,
    type: `${type}[]`,
    besides: [],
    edits: (each) => functionEdits(request, each, functions, type, besides),
  });
  return request.code(value);
}

/** The edits of one declaration; one in a constant is rewritten there. */
function functionEdits(
  request: RequestText,
  given: Expression,
  functions: Functions,
  type: string,
  besides: readonly TextRange[],
): TextEdit[] {
  const value = unwrapTyped(given);
  if (value.kind === 'name') {
    const definition = keptFunction(request, value, besides);
    if (!request.retype(definition, `${request.types ?? ''}.${type}`)) throw new Untranslatable(`${what} are not declared plainly`);
    request.elsewhere.push(...wrapped(request, definition, functions));
    return [];
  }
  if (value.kind !== 'object' || value !== given) throw new Untranslatable(`${what} are not written out`);
  return wrapped(request, value, functions);
}

function keptFunction(request: RequestText, value: NameExpression, besides: readonly TextRange[]): ObjectExpression {
  const [definition, ...others] = value.binding?.definitions ?? [];
  if (definition?.kind !== 'object' || others.length > 0 || value.binding?.writes.size !== 0)
    throw new Untranslatable(`${what} are not written out`);
  if (request.otherReads(value, besides).length > 0) throw new Untranslatable(`${what} are used elsewhere as well`);
  return definition;
}

/** `{ name, input_schema }` becomes `{ type: 'function', function: { name, parameters } }`. */
function wrapped(request: RequestText, object: ObjectExpression, { keeps, schema, type }: Functions): TextEdit[] {
  const replace = new Map<ObjectEntry, Property>();
  const remove = new Set<ObjectEntry>();
  for (const [name, entry] of request.entries(object, what)) {
    if (name === schema) {
      if (!isSchema(entry.value)) throw new Untranslatable(`\`${schema}\` of ${what} is not written out`);
      replace.set(entry, { name: 'parameters', value: request.code(entry.value) });
    } else if (name === 'type' && request.constant(entry.value) === type) remove.add(entry);
    else if (!keeps.includes(name)) throw new Untranslatable(`\`${name}\` of ${what} has no counterpart`);
  }
  const declared = request.edited(object, editObject(request.source, object, { replace, remove, add: [], addLast: false, keepLine: true }));
  return [{ range: object.range, newText: `{ type: ${request.quoted('function')}, function: ${declared} }` }];
}

/** An object that is written out, here or in a constant: types of others fit one SDK alone. */
function isSchema(value: Expression): boolean {
  const inner = unwrapTyped(value);
  if (inner.kind !== 'name') return inner.kind === 'object';
  const [definition, ...others] = inner.binding?.definitions ?? [];
  return others.length === 0 && definition !== undefined && unwrapTyped(definition).kind === 'object';
}

/** Code of whether a function must be asked for, and which. */
export function requiredCode(request: RequestText, value: Expression, { byType, named }: Required, option: string): string {
  const refused = new Untranslatable(`its setting \`${option}\` has no counterpart`);
  if (value.kind !== 'object') throw refused;
  const entries = request.entries(value, `its \`${option}\``);
  const [type, name] = [entries.get('type')?.value, entries.get('name')?.value];
  const given = type ? request.constant(type) : null;
  if (given === null || entries.size > (name ? 2 : 1)) throw refused;
  if (given === named && name) {
    const text = request.text(name, option);
    return `{ type: ${request.quoted('function')}, function: { name: ${text} } }`;
  }
  const becomes = name ? undefined : byType[given];
  if (becomes === undefined) throw refused;
  return request.quoted(becomes);
}
