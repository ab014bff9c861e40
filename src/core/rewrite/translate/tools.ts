import type { Expression, ObjectEntry, ObjectExpression } from '../../facts/expression';
import type { ToolsTranslation } from '../../match/translation';
import type { TextEdit } from '../../text/textEdit';
import { editObject, type Property } from '../options/objectEdit';
import { Untranslatable, type RequestText } from './requestText';
import { schemaCode } from './schema';

/** Code of the functions that a model may ask for. */
export function toolsCode(request: RequestText, value: Expression, translation: ToolsTranslation, what: string): string {
  const { declarations } = translation;
  const list = request.inlined(value, what);
  if (list.kind !== 'array') throw new Untranslatable(`its \`${what}\` are not written out in the call`);
  const tools = list.elements.flatMap((element) => {
    if (request.isMade(element, translation.called)) throw new Untranslatable(`the SDK itself calls the functions among its \`${what}\``);
    const tool = request.inlined(element, what);
    const entries = tool.kind === 'object' ? request.entries(tool, `its \`${what}\``) : new Map<string, never>();
    const declared = entries.get(declarations)?.value;
    if (!declared || entries.size > 1) throw new Untranslatable(`its \`${what}\` are more than declarations of functions`);
    const functions = request.inlined(declared, what);
    if (functions.kind !== 'array') throw new Untranslatable(`its \`${what}\` are not written out in the call`);
    return functions.elements.map((each) => functionCode(request, each, translation, what));
  });
  const type = request.quoted('function');
  return `[${tools.map((code) => `{ type: ${type}, function: ${code} }`).join(', ')}]`;
}

function functionCode(request: RequestText, value: Expression, translation: ToolsTranslation, what: string): string {
  const kept = request.kept(value, what);
  if (kept) {
    request.elsewhere.push(...functionEdits(request, kept, translation));
    return request.code(value);
  }
  if (value.kind !== 'object') throw new Untranslatable(`its \`${what}\` are not written out in the call`);
  return request.edited(value, functionEdits(request, value, translation));
}

function functionEdits(request: RequestText, object: ObjectExpression, { keeps, schemas, schema }: ToolsTranslation): TextEdit[] {
  const replace = new Map<ObjectEntry, Property>();
  for (const [name, entry] of request.entries(object, 'its function')) {
    const form = schemas[name];
    if (form) {
      const code = form === 'json' ? request.code(entry.value) : schemaCode(request, entry.value, schema, name);
      replace.set(entry, { name: 'parameters', value: code });
    } else if (!keeps.includes(name)) throw new Untranslatable(`\`${name}\` of its function has no counterpart`);
  }
  return editObject(request.source, object, { replace, remove: new Set(), add: [], addLast: false, keepLine: true });
}

/** Code of whether a function must be asked for; null where that is left to the model anyway. */
export function choiceCode(request: RequestText, value: Expression, translation: ToolsTranslation, what: string): string | null {
  const { within, mode, names, modes } = translation.choice;
  const refused = new Untranslatable(`its setting \`${what}\` has no counterpart`);
  const outer = value.kind === 'object' ? request.entries(value, `its \`${what}\``) : new Map<string, never>();
  const held = outer.get(within)?.value;
  if (held?.kind !== 'object' || outer.size > 1) throw refused;
  const entries = request.entries(held, `its \`${what}\``);
  const said = entries.get(mode)?.value;
  const becomes = said && modes[request.constant(said) ?? ''];
  const only = entries.get(names)?.value;
  if (becomes === undefined || entries.size > (only ? 2 : 1)) throw refused;
  request.gone.push(value.range);
  if (becomes === null) {
    if (only) throw refused;
    return null;
  }
  request.uses.add('tool_choice');
  if (!only) return request.quoted(becomes);
  const [name, ...others] = only.kind === 'array' ? only.elements : [];
  const text = name && request.constant(name);
  if (becomes !== 'required' || others.length > 0 || typeof text !== 'string') throw refused;
  return `{ type: ${request.quoted('function')}, function: { name: ${request.quoted(text)} } }`;
}
