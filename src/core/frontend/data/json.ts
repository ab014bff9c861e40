import { readJson } from '../../configuration/formats/json';
import type { ConfigNode } from '../../configuration/node';
import { emptyModule } from '../../facts/emptyModule';
import type { Expression, ObjectExpression } from '../../facts/expression';
import type { ModuleFacts, Writing } from '../../facts/moduleFacts';

/** Larger files are data, and no settings of a program. UTF-16 units. */
const maxLength = 400_000;

/** JSON as JavaScript imports it: the whole as the default export and as what `require` gives, its members as named ones. Read when first asked for. */
export function jsonModule(file: string, text: string): ModuleFacts | null {
  if (text.length > maxLength) return null;
  let root: Expression | undefined;
  const whole = (): Expression => {
    const node = root === undefined ? readJson(text) : null;
    return (root ??= node ? expressionOf(node) : { kind: 'unknown', range: { start: 0, end: 0 } });
  };
  const members = (): readonly (readonly [name: string, value: Expression])[] => {
    const value = whole();
    return value.kind === 'object' ? namesOf(value) : [];
  };
  return {
    ...emptyModule({ file, language: 'javascript', writing, problems: [] }),
    isData: true,
    exported: (name) => (name === 'default' ? whole() : members().findLast(([member]) => member === name)?.[1]),
    get exportNames() {
      return ['default', ...members().map(([name]) => name)];
    },
  };
}

function namesOf({ entries }: ObjectExpression): (readonly [string, Expression])[] {
  return entries.flatMap((entry) =>
    entry.kind === 'property' && typeof entry.name === 'string' ? [[entry.name, entry.value] as const] : [],
  );
}

function expressionOf(node: ConfigNode): Expression {
  switch (node.kind) {
    case 'scalar':
      return { kind: 'literal', value: node.text, range: node.range };
    case 'list':
      return { kind: 'array', elements: node.items.map(expressionOf), range: { start: 0, end: 0 } };
    case 'map':
      return {
        kind: 'object',
        entries: node.entries.map(({ key, keyRange, value }) => ({
          kind: 'property',
          name: key,
          value: value ? expressionOf(value) : { kind: 'unknown', range: keyRange },
          range: keyRange,
        })),
        range: { start: 0, end: 0 },
      };
  }
}

/** Nothing is written into JSON: rewrites leave it as it is, and write where the code reads it. */
const writing: Writing = {
  text: (value) => JSON.stringify(value),
  textLike: (_original, value) => JSON.stringify(value),
  joined: (parts) => JSON.stringify(parts.map((part) => (typeof part === 'string' ? part : part.code)).join('')),
  variable: (name) => name,
  importFor: () => null,
  importStatement: (specifier) => specifier,
  constant: String,
  variableStyle: null,
  usualVariableStyle: { source: 'process', brackets: false, prefix: '' },
  property: (name, value) => `${JSON.stringify(name)}: ${value}`,
  padding: ' ',
  indent: '  ',
  lineBreak: '\n',
  maxLine: 100,
};
