import type { CallExpression, Expression, FunctionFact, NameExpression, ObjectEntry, ObjectExpression } from '../../facts/expression';
import type { TranslatedCall, TranslatedResults } from '../../match/translation';
import type { TextEdit } from '../../text/textEdit';
import { editObject, type Property } from '../options/objectEdit';
import { unwrapTyped } from '../options/unwrap';
import { followList } from './lists';
import { Untranslatable, type RequestText } from './requestText';

/** Code of the messages that say what functions gave, for a turn that says nothing else; null for other turns. */
export function resultsOf(request: RequestText, turn: Expression, translated: TranslatedCall): string[] | null {
  const { results, parts, types } = translated;
  if (!results || !types || turn.kind !== 'object') return null;
  const entries = request.entries(turn, 'its turn');
  const [role, entry] = [entries.get('role')?.value, entries.get(parts)];
  if (!role || !entry || entries.size > 2 || request.constant(role) !== 'user') return null;
  const { value } = entry;
  if (value.kind === 'array') {
    if (!value.elements.some((each) => isResult(request, each, results))) return null;
    return value.elements.map((each) => request.edited(each, resultEdits(request, each, results, false)));
  }
  const [definition, ...others] = value.kind === 'name' ? (value.binding?.definitions ?? []) : [];
  if (value.kind === 'name' && definition?.kind === 'array' && others.length === 0) {
    if (!addsResults(request, value.name, results) && !definition.elements.some((each) => isResult(request, each, results))) return null;
    followList(request, value, {
      what: 'what its functions gave',
      type: `${types.result}[]`,
      besides: [turn.range],
      edits: (each) => resultEdits(request, each, results, false),
    });
    return [`...${value.name}`];
  }
  const made = value.kind === 'name' && others.length === 0 ? definition : value;
  const edits = made && madeEdits(request, made, results);
  if (!made || !edits) return null;
  if (value.kind !== 'name') {
    const awaited = /\bawait\s+$/.test(request.source.text.slice(entry.range.start, value.range.start));
    const code = request.edited(value, edits);
    return [awaited ? `...(await ${code})` : `...${code}`];
  }
  if (request.otherReads(value, [turn.range]).length > 0) throw new Untranslatable('what its functions gave is used elsewhere as well');
  const statement = request.facts.statementAround?.(made.range);
  if (!statement || !/^(?:const|let)\s+[\p{ID_Continue}$]+\s*=/u.test(request.source.text.slice(statement.range.start))) return null;
  request.elsewhere.push(...edits);
  return [`...${value.name}`];
}

/** True where the program puts results into a list: an empty list alone tells nothing. */
function addsResults(request: RequestText, name: string, results: TranslatedResults): boolean {
  return request.facts.calls.some(
    ({ callee, arguments: { positional } }) =>
      callee.kind === 'member' &&
      callee.property === 'push' &&
      callee.object.kind === 'name' &&
      callee.object.name === name &&
      positional.some((each) => isResult(request, each, results)),
  );
}

/** The edits of `calls.map((call) => ({ … }))`, or of that in `Promise.all`; null for other code. */
function madeEdits(request: RequestText, made: Expression, results: TranslatedResults): TextEdit[] | null {
  if (made.kind !== 'call' || made.callee.kind !== 'member') return null;
  const [argument, ...others] = made.arguments.positional;
  if (!argument || others.length > 0) return null;
  const { property, object } = made.callee;
  if (property === 'all' && object.kind === 'name' && object.name === 'Promise') return madeEdits(request, argument, results);
  if (property !== 'map' || argument.kind !== 'function' || argument.returns.length === 0) return null;
  const returned = argument.returns.map(unwrapTyped);
  if (!returned.every((each) => isResult(request, each, results))) return null;
  return returned.flatMap((each) => resultEdits(request, each, results, true));
}

function isResult(request: RequestText, value: Expression, { type }: TranslatedResults): value is ObjectExpression {
  if (value.kind !== 'object') return false;
  const given = value.entries.find((entry) => entry.kind === 'property' && entry.name === 'type');
  return given?.kind === 'property' && request.constant(given.value) === type;
}

/** The edits that make a part with a function's result a message. `apart`: nothing around it says what types its texts have. */
function resultEdits(request: RequestText, value: Expression, results: TranslatedResults, apart: boolean): TextEdit[] {
  const what = 'what its functions gave';
  if (!isResult(request, value, results)) throw new Untranslatable(`${what} stands among other things`);
  const replace = new Map<ObjectEntry, Property>();
  const remove = new Set<ObjectEntry>();
  const entries = request.entries(value, what);
  if (!entries.has(results.id) || !entries.has(results.content)) throw new Untranslatable(`${what} is not written out`);
  for (const [name, entry] of entries) {
    const changes = results.drops[name];
    if (name === 'type') {
      const role = request.quoted(results.role);
      replace.set(entry, { name: 'role', value: apart && request.types !== null ? `${role} as const` : role });
    } else if (name === results.id) replace.set(entry, { name: results.newId, value: request.code(entry.value) });
    else if (name === results.content) {
      if (!isTextual(request, entry.value)) throw new Untranslatable(`nothing shows that ${what} is a text`);
    } else if (changes !== undefined) {
      remove.add(entry);
      request.ignored.push({ name, range: entry.range, changes });
    } else throw new Untranslatable(`\`${name}\` of ${what} has no counterpart`);
  }
  return editObject(request.source, value, { replace, remove, add: [], addLast: false, keepLine: true });
}

/** A text, as far as is seen, or what certainly makes one. */
function isTextual(request: RequestText, value: Expression, depth = 0): boolean {
  if (depth > 8) return false;
  const inner = unwrapTyped(value);
  if (inner.kind === 'choice') return inner.alternatives.every((each) => isTextual(request, each, depth + 1));
  if (inner.kind === 'call' && /^(?:JSON\.stringify|String)$/.test(request.code(inner.callee))) return true;
  return (
    request.isText(inner) ||
    (inner.kind === 'name' && isNamedText(request, inner, depth)) ||
    (inner.kind === 'call' && givesText(request, inner, depth))
  );
}

/** A constant that is given a text. */
function isNamedText(request: RequestText, { binding }: NameExpression, depth: number): boolean {
  const definitions = binding?.definitions ?? [];
  return binding?.writes.size === 0 && definitions.length > 0 && definitions.every((each) => isTextual(request, each, depth + 1));
}

/** A function of the file that says so, or whose results all are texts. */
function givesText(request: RequestText, { callee }: CallExpression, depth: number): boolean {
  const definitions = callee.kind === 'name' ? (callee.binding?.definitions ?? []) : [];
  const [made, ...others] = definitions;
  if (made?.kind !== 'function' || others.length > 0) return false;
  if (made.returnType) return /^(?:Promise<\s*)?string\s*>?$/.test(declaredResult(request, made));
  return made.returns.length > 0 && made.returns.every((each) => isTextual(request, each, depth + 1));
}

/** The type that a function's code says it gives. */
function declaredResult({ source: { text } }: RequestText, { range }: FunctionFact): string {
  const code = text.slice(range.start, range.end);
  return /\)\s*:\s*([^={]+?)\s*(?:=>|\{)/.exec(code)?.[1] ?? '';
}
