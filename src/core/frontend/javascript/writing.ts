import type { TSESTree } from '@typescript-eslint/types';
import type { EntryForm, ImportFact, VariableStyle, Writing } from '../../facts/moduleFacts';
import type { Lowering } from './lowering';
import { startOf, visitNodes } from './walk';

/** Prefixes without which build tools hide a variable from browser code: Vite, Astro and SvelteKit, Next.js, Create React App, Vue CLI, Expo. */
const publicPrefixes = ['VITE_', 'PUBLIC_', 'NEXT_PUBLIC_', 'REACT_APP_', 'VUE_APP_', 'EXPO_PUBLIC_'] as const;
/** Variables that Vite itself defines. https://vite.dev/guide/env-and-mode */
const builtInVariables: ReadonlySet<string> = new Set(['MODE', 'BASE_URL', 'PROD', 'DEV', 'SSR']);

/** Where Prettier and its like break lines, give or take. */
const maxLine = 100;

interface EnvironmentRead {
  readonly source: VariableStyle['source'];
  readonly brackets: boolean;
  readonly name: string | null;
}

/** Writes JavaScript and TypeScript the way a given module is written. */
export class JavaScriptWriting implements Writing {
  readonly variableStyle: VariableStyle | null;
  readonly usualVariableStyle: VariableStyle;
  readonly padding = ' ';
  readonly indent: string;
  readonly lineBreak: string;
  readonly maxLine = maxLine;
  readonly #quote: string;

  constructor(lowering: Lowering, program: TSESTree.Program, file: string, text: string) {
    let balance = 0;
    const reads: EnvironmentRead[] = [];
    visitNodes(program, (node) => {
      if (node.type === 'Literal' && typeof node.value === 'string' && node.parent.type !== 'JSXAttribute') {
        balance += text.charAt(startOf(node)) === '"' ? 1 : -1;
      } else if (node.type === 'MemberExpression') {
        const read = environmentRead(lowering, node);
        if (read) reads.push(read);
      }
    });
    this.#quote = balance > 0 ? '"' : "'";
    this.variableStyle = styleOf(reads);
    this.usualVariableStyle = { source: /\.(?:vue|svelte|astro)$/i.test(file) ? 'import.meta' : 'process', brackets: false, prefix: '' };
    this.indent = indentOf(text);
    this.lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  }

  text(value: string): string {
    return quoted(value, this.#quote);
  }

  textLike(original: string, value: string): string {
    const quote = original.charAt(0);
    return quoted(value, quote === '"' || quote === "'" || quote === '`' ? quote : this.#quote);
  }

  /** A variable without a fallback is empty where it is not set: an SDK that is given `undefined` for a key would take its vendor's own. */
  variable(name: string, fallback: string | null, style: VariableStyle): string {
    const full = style.prefix + name;
    const read =
      style.source === 'Deno'
        ? `Deno.env.get(${this.text(full)})`
        : `${style.source}.env${style.brackets ? `[${this.text(full)}]` : `.${full}`}`;
    return `${read} ?? ${fallback ?? this.text('')}`;
  }

  joined(parts: Parameters<Writing['joined']>[0]): string {
    return joined(parts);
  }

  importFor(): null {
    return null;
  }

  importStatement(specifier: string, names: readonly string[], form: ImportFact['form']): string {
    return importStatement(this.text(specifier), names, form);
  }

  constant(value: boolean): string {
    return String(value);
  }

  property(name: string, value: string, _form: EntryForm, original = ''): string {
    const quote = original.charAt(0);
    return quote === '"' || quote === "'" ? `${quoted(name, quote)}: ${value}` : `${name}: ${value}`;
  }
}

/** The writing of a module that could not be read. */
export const emptyWriting: Writing = {
  text: (value) => quoted(value, "'"),
  textLike: (_original, value) => quoted(value, "'"),
  joined,
  variable: (name, fallback) => `process.env.${name} ?? ${fallback ?? "''"}`,
  variableStyle: null,
  usualVariableStyle: { source: 'process', brackets: false, prefix: '' },
  importFor: () => null,
  importStatement: (specifier, names, form) => importStatement(quoted(specifier, "'"), names, form),
  constant: String,
  property: (name, value) => `${name}: ${value}`,
  padding: ' ',
  indent: '  ',
  lineBreak: '\n',
  maxLine,
};

function importStatement(source: string, names: readonly string[], form: ImportFact['form']): string {
  return form === 'require' ? `const { ${names.join(', ')} } = require(${source})` : `import { ${names.join(', ')} } from ${source}`;
}

function joined(parts: Parameters<Writing['joined']>[0]): string {
  return `\`${parts.map((part) => (typeof part === 'string' ? quoted(part, '`').slice(1, -1) : `\${${part.code}}`)).join('')}\``;
}

function quoted(value: string, quote: string): string {
  const special = quote === '`' ? /[`\\$]/g : quote === '"' ? /["\\]/g : /['\\]/g;
  return quote + value.replace(special, '\\$&') + quote;
}

/** `process.env.NAME`, `import.meta.env["NAME"]`, `Deno.env.get`. */
function environmentRead(lowering: Lowering, node: TSESTree.MemberExpression): EnvironmentRead | null {
  const { object } = node;
  if (object.type !== 'MemberExpression' || lowering.expression(object).kind !== 'environment') return null;
  const owner = object.object;
  const source =
    owner.type === 'MetaProperty'
      ? 'import.meta'
      : owner.type === 'Identifier' && (owner.name === 'Deno' || owner.name === 'Bun')
        ? owner.name
        : 'process';
  const name = lowering.propertyName(node);
  return { source, brackets: node.computed, name: typeof name === 'string' ? name : null };
}

/** What most of a module's reads of the environment look like. */
function styleOf(reads: readonly EnvironmentRead[]): VariableStyle | null {
  const votes = new Map<VariableStyle['source'], number>();
  for (const { source } of reads) votes.set(source, (votes.get(source) ?? 0) + 1);
  const [source] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (source === undefined) return null;
  const own = reads.filter(
    (read) => read.source === source && !(source === 'import.meta' && read.name !== null && builtInVariables.has(read.name)),
  );
  const names = own.flatMap(({ name }) => (name === null || source === 'Deno' ? [] : [name]));
  const prefix = publicPrefixes.find((each) => names.length > 0 && names.every((name) => name.startsWith(each)));
  return { source, brackets: own.filter((read) => read.brackets).length * 2 > own.length, prefix: prefix ?? '' };
}

/** The smallest indentation of a line, or a tab where lines start with one. */
function indentOf(text: string): string {
  let smallest = Infinity;
  for (const line of text.split('\n')) {
    if (line.startsWith('\t')) return '\t';
    const width = line.length - line.trimStart().length;
    // One space starts the lines of a block comment; a lone semicolon parts the scripts of a component.
    if (width > 1 && width < line.trimEnd().length && line.trim() !== ';') smallest = Math.min(smallest, width);
  }
  return ' '.repeat(smallest === Infinity ? 2 : smallest);
}
