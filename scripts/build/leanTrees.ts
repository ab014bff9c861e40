import type { Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import { tellingTypes } from '../../src/core/frontend/javascript/walk';

/** The part of oxc-parser that makes a tree of what its native part wrote; generated code of one shape. */
const reader = /oxc-parser[\\/]src-js[\\/]generated[\\/]deserialize[\\/]ts\.js$/;

/** Builds in a reader of syntax trees that takes less memory and time; see {@link leanReader}. */
export const leanTrees: Plugin = {
  name: 'lean-trees',
  setup: (bundle) => bundle.onLoad({ filter: reader }, ({ path }) => ({ contents: leanReader(readFileSync(path, 'utf8')), loader: 'js' })),
};

/** A change of the reader's text. */
interface Change {
  readonly place: RegExp;
  /** What stands there instead, `$1` for the first group. */
  readonly by: string | ((groups: readonly string[], text: string) => string);
  /** How many such places the pinned version has; another number means another shape. */
  readonly times: number;
}

const argument = String.raw`\((\w+(?: \+ \d+)?)\)`;

const changes: readonly Change[] = [
  // A list that grows makes room for 17 entries at the first one; most have one to three.
  {
    place: new RegExp(
      [
        String.raw`let arr = \[\],\n\s+pos32 = pos >> 2;\n\s+pos = int32\[pos32\];`,
        String.raw`\n\s+let endPos = pos \+ (?:\(int32\[pos32 \+ 2\] << \d+\)|int32\[pos32 \+ 2\] \* \d+);`,
        String.raw`\n\s+for \(; pos !== endPos;\) \{\n\s+arr\.push\((\w+)\(pos\)\);\n\s+pos \+= (\d+);\n\s+\}\n\s+return arr;`,
      ].join(''),
      'g',
    ),
    by: [
      'let count = int32[(pos >> 2) + 2];',
      'if (count === 0) return [];',
      'let arr = Array(count);',
      'pos = int32[pos >> 2];',
      'for (let i = 0; i < count; i++, pos += $2) arr[i] = $1(pos);',
      'return arr;',
    ].join('\n  '),
    times: 37,
  },
  // Every third node is a name, and only parameters can have decorators.
  { place: /decorators: \[\],/g, by: 'decorators: noDecorators,', times: 23 },
  // While a node's children are read it is the one above them; so it has its parent from the start, and needs no memory for it later.
  {
    place: /\b(node|program) = (\{\s+type: "?(\w+)(?:[^{}]|\{ body \})*\})/g,
    by: ([, name = '', literal = '', type = ''], text) => `${name} = above = ${mayTell(type, text) ? `tell(${literal})` : literal}`,
    times: 151,
  },
  { place: /(\{\s+)(type: (?:"\w+"|deserialize\w+Type\(pos \+ \d+\)),)/g, by: '$1$2\n    parent: above,', times: 207 },
  { place: /return node;/g, by: 'above = node.parent;\n  return node;', times: 150 },
  { place: /function deserializeProgram\(pos\) \{/g, by: '$0\n  above = null;\n  told = [];', times: 1 },
  // Some nodes are put together of others that were read before them.
  { place: /params\.push\(rest\);/g, by: 'params.push(settled(rest));', times: 1 },
  { place: /return param;/g, by: 'return settled(param);', times: 1 },
  {
    place: /pattern\.typeAnnotation = typeAnnotation;/g,
    by: '$0\n    if (typeAnnotation !== null) typeAnnotation.parent = pattern;',
    times: 2,
  },
  // `namespace a.b {}` is one node in the end.
  { place: /body = body\.body;\n\s+node\.body = body;/g, by: 'told.splice(told.indexOf(body), 1);\n    $0', times: 1 },
  {
    place:
      /(function deserialize(?:TSClassImplements|TSInterfaceHeritage|TSNamespaceDeclaration|TSExternalModuleDeclaration|TSGlobalDeclaration|AssignmentTargetPropertyIdentifier)\(pos\) \{[^]*?\n)( {2}above = node\.parent;\n {2}return )node;/g,
    by: '$1$2settled(node);',
    times: 6,
  },
  // What nobody here asks for: a list of what the module imports and exports, and how literals are written.
  { place: /module: deserializeEcmaScriptModule\(pos \+ 168\),/g, by: 'told,', times: 1 },
  { place: /raw:\s+int32\[\(pos >> 2\) \+ \d+\] === 0[^?]*\? null\s+: sourceText\.slice\(start, end\),/g, by: 'raw: null,', times: 5 },
  { place: /raw: deserializeStr\(pos\),/g, by: 'raw: null,', times: 1 },
  // Small functions cost more than what they do until V8 has optimised their callers, and a scan is over before it has.
  { place: new RegExp(`(?<!function )deserializeI32${argument}`, 'g'), by: 'int32[($1) >> 2]', times: 404 },
  { place: new RegExp(`(?<!function )deserializeBool${argument}`, 'g'), by: '(uint8[$1] === 1)', times: 67 },
  { place: new RegExp(`(?<!function )deserializeBox(\\w+)${argument}`, 'g'), by: 'deserialize$1(int32[($2) >> 2])', times: 630 },
];

/** Whether nodes of a type are among those that tell, or of a type that some function reads; see {@link tellingTypes}. */
function mayTell(type: string, text: string): boolean {
  const read = new RegExp(`function ${type}\\(pos\\) \\{[^]*?\\n\\}`).exec(text)?.[0] ?? '';
  return tellingTypes.has(type) || [...read.matchAll(/return "(\w+)"/g)].some(([, name = '']) => tellingTypes.has(name));
}

const helpers = `
const noDecorators = [];
let above = null;
let told = [];
function tell(node) {
  told.push(node);
  return node;
}
function settled(node) {
  for (const name in node) {
    if (name === 'parent') continue;
    const value = node[name];
    if (Array.isArray(value)) for (const each of value) settle(each, node);
    else settle(value, node);
  }
  return node;
}
function settle(child, node) {
  if (child === null || typeof child !== 'object' || typeof child.type !== 'string') return;
  child.parent = node;
  if (child.typeAnnotation) child.typeAnnotation.parent = child;
  if (child.type === 'AssignmentPattern' || child.type === 'MemberExpression' || child.type === 'TSQualifiedName') settled(child);
}
`;

/**
 * The reader's text changed so that it makes the same trees but for what nobody asks for, with parents; beside the tree, as `told`, it
 * gives the nodes that a summary of the tree is made of, so that the tree is not walked for them. Throws where the text is not of the
 * shape that the pinned version has.
 */
export function leanReader(text: string): string {
  return helpers + changes.reduce(changed, text);
}

function changed(text: string, { place, by, times }: Change): string {
  let found = 0;
  const result = text.replace(place, (...groups: readonly string[]) => {
    found++;
    return typeof by === 'string' ? by.replace(/\$(\d)/g, (_, group: string) => groups[Number(group)] ?? '') : by(groups, text);
  });
  if (found !== times) throw new Error(`oxc-parser's reader has ${found} places like ${place}, not ${times}`);
  return result;
}
