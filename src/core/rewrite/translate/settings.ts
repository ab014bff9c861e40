import type { Expression } from '../../facts/expression';
import type { FieldTranslation, TranslatedCall } from '../../match/translation';
import type { Property } from '../options/objectEdit';
import { instructionOf } from './messages';
import { functionsCode, requiredCode } from './functions';
import { propertiesCode } from './properties';
import { Untranslatable, type NamedEntry, type RequestText } from './requestText';
import { schemaCode } from './schema';
import { choiceCode, toolsCode } from './tools';

/** Settings in the other form. */
export interface Settings {
  readonly properties: Property[];
  /** Messages that say how to answer. */
  readonly system: string[];
  /** What stands beside the request, in an argument of its own. */
  readonly options: Property[];
}

/** Writes settings in the other form, each as its row says. */
export function settingsOf(request: RequestText, translated: TranslatedCall, entries: ReadonlyMap<string, NamedEntry>): Settings {
  const settings: Settings = { properties: [], system: [], options: [] };
  for (const [option, entry] of entries) {
    const field = translated.fields[option];
    if (!field) throw new Untranslatable(`its setting \`${option}\` has no counterpart`);
    add(settings, request, translated, option, entry, field);
  }
  return settings;
}

/** Gives a property; of two of a name that one stays which says more: a schema says more than that the answer is to be JSON. */
function put(properties: Property[], property: Property, saysMore: boolean): void {
  const at = properties.findIndex(({ name }) => name === property.name);
  if (at < 0) properties.push(property);
  else if (saysMore) properties[at] = property;
}

function add(
  { properties, system, options }: Settings,
  request: RequestText,
  translated: TranslatedCall,
  option: string,
  { value, range }: NamedEntry,
  field: FieldTranslation,
): void {
  switch (field.kind) {
    case 'renamed':
      properties.push({ name: field.name, value: request.code(value) });
      if (field.uses !== undefined && !isNumber(value, 1)) request.uses.add(field.uses);
      return;
    case 'kept':
      properties.push({ name: option, value: request.code(value) });
      return;
    case 'system':
      system.push(`{ role: ${request.quoted(field.role)}, content: ${instructionOf(request, value, translated, option)} }`);
      return;
    case 'coded': {
      const given = field.byText[request.constant(value) ?? ''];
      if (given === undefined) throw new Untranslatable(`its setting \`${option}\` has no counterpart`);
      if (given) put(properties, { name: given.name, value: request.written(given.code) }, false);
      return;
    }
    case 'schema': {
      const schema = field.form === 'json' ? jsonSchemaCode(request, value, option) : schemaCode(request, value, field.schema, option);
      request.uses.add('json_schema');
      const [type, name] = [request.quoted('json_schema'), request.quoted('answer')];
      put(properties, { name: 'response_format', value: `{ type: ${type}, json_schema: { name: ${name}, schema: ${schema} } }` }, true);
      return;
    }
    case 'tools':
      properties.push({ name: 'tools', value: toolsCode(request, value, field.tools, option) });
      return;
    case 'choice': {
      const choice = choiceCode(request, value, field.tools, option);
      if (choice !== null) properties.push({ name: 'tool_choice', value: choice });
      return;
    }
    case 'functions':
      properties.push({ name: 'tools', value: functionsCode(request, value, field, translated) });
      return;
    case 'required':
      properties.push({ name: 'tool_choice', value: requiredCode(request, value, field, option) });
      return;
    case 'object':
      if ((value.kind === 'array') !== (field.list === true)) throw new Untranslatable(`its \`${option}\` is not written out in the call`);
      properties.push({ name: field.name, value: propertiesCode(request, value, field.properties, option) });
      return;
    case 'option':
      options.push({ name: field.name, value: request.code(value) });
      return;
    case 'ignored':
      request.ignored.push({ name: option, range, ...(field.changes !== undefined && { changes: field.changes }) });
  }
}

function isNumber(value: Expression, number: number): boolean {
  return value.kind === 'literal' && value.value === number;
}

/** A schema of JSON stays as it is; what a function makes is one if its name says so. */
function jsonSchemaCode(request: RequestText, value: Expression, what: string): string {
  const isMade = value.kind === 'call' && /\btoJSONSchema$|\bzodToJsonSchema$/.test(request.code(value.callee));
  const held = value.kind === 'object' || isMade ? value : request.kept(value, what);
  if (!held) throw new Untranslatable(`its \`${what}\` is not written out`);
  return request.code(value);
}
