import type { ClassForm, ExportForm, FunctionForm, ModuleOutline } from '../../facts/moduleOutline';

/** Only what starts a line counts: a formatter puts every statement of a module's top level there. */
const declared = /^(export\s+(default\s+)?)?(?:declare\s+)?(?:async\s+|abstract\s+)?(function|class)\b[ \t]*\*?[ \t]*([\w$]*)/gm;
// All others start with `export`, and are tried at the few lines that do.
const declaredExport = new RegExp(declared.source, 'my');
const otherwise = /^export\s+(?:declare\s+)?(?:\*\s*as|const\s+enum|const|let|var|enum|namespace|module|import)\s+([\w$]+)/my;
const arrow =
  /^export\s+const\s+([\w$]+)\s*(?::[^=\n]{1,200})?=\s*(?:async\s*)?(?:function\b|(?:<[^>()]*>\s*)?\([^()]*\)\s*(?::[^=;{]{1,200})?=>|[\w$]+\s*=>)/my;
const list = /^export\s+(?:type\s+)?\{([^}]*)\}(?:\s*from\s*(?:"([^"\n]*)"|'([^'\n]*)'))?/my;
const everything = /^export\s*\*\s*from\s*(?:"([^"\n]*)"|'([^'\n]*)')/my;
const entry = /^(?:type\s+(?!as\b))?([\w$]+)(?:\s+as\s+([\w$]+))?$/;
const comments = /\/\*[^]*?\*\/|\/\/.*$/gm;
/** A module that exports by assignment as well says the last word there. */
const assigned = /^export\s*=/my;
const assignedMember = /\bmodule\.exports\b/;

const exportWord = 'export';
const lineEnds = '\n\r\u2028\u2029';

const nothing: ModuleOutline = { forms: new Map(), passedOn: new Map(), stars: [] };

/** The outline of a module of JavaScript or TypeScript. */
export function outlineOf(text: string): ModuleOutline {
  const places = exportPlaces(text);
  const matchesOf = (form: RegExp): readonly RegExpExecArray[] =>
    places.map((at) => matchAt(form, text, at)).filter((found) => found !== null);
  if (places.length === 0 || assignedMember.test(text) || matchesOf(assigned).length > 0) return nothing;
  const forms = new Map<string, ExportForm | null>();
  for (const found of matchesOf(declaredExport)) {
    const { name, form } = declarationIn(found, text);
    add(forms, found[2] === undefined ? name : 'default', form);
  }
  for (const [, name = ''] of matchesOf(otherwise)) forms.set(name, several);
  for (const { 1: name = '', index } of matchesOf(arrow)) forms.set(name, new OutlinedFunction(text, name, index));
  let own: ReadonlyMap<string, ExportForm | null> | undefined;
  const passedOn = new Map<string, { specifier: string; imported: string }>();
  for (const [, names = '', double, single] of matchesOf(list)) {
    const specifier = double ?? single;
    for (const each of names.replace(comments, '').split(',')) {
      const [, local, exported = local] = entry.exec(each.trim()) ?? [];
      if (local === undefined || exported === undefined) continue;
      if (specifier === undefined) {
        own ??= declarationsOf(text);
        forms.set(exported, forms.has(exported) ? several : (own.get(local) ?? several));
      } else passedOn.set(exported, { specifier, imported: local });
    }
  }
  const stars = matchesOf(everything).map(([, double, single]) => double ?? single ?? '');
  return { forms, passedOn, stars };
}

/** The offsets of lines that start with `export`. */
function exportPlaces(text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(exportWord); at >= 0; at = text.indexOf(exportWord, at + exportWord.length))
    if (at === 0 || lineEnds.includes(text.charAt(at - 1))) places.push(at);
  return places;
}

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

/** The functions and classes of a module's top level by name, exported or not. */
function declarationsOf(text: string): ReadonlyMap<string, ExportForm | null> {
  const own = new Map<string, ExportForm | null>();
  for (const found of text.matchAll(declared)) {
    const { name, form } = declarationIn(found, text);
    if (name !== '') add(own, name, form);
  }
  return own;
}

/** What a match of {@link declared} declares. */
function declarationIn({ 0: whole, 3: keyword, 4: word = '', index }: RegExpExecArray, text: string): { name: string; form: ExportForm } {
  // A default class can go without a name.
  const name = word === 'extends' ? '' : word;
  const end = index + whole.length - (word.length - name.length);
  return { name, form: keyword === 'class' ? classAt(text, end) : new OutlinedFunction(text, name, index) };
}

/** Overloads repeat a function: from the first on, the text up to the next end of a body has them all. */
function add(forms: Map<string, ExportForm | null>, name: string, form: ExportForm): void {
  const known = forms.get(name);
  forms.set(name, known === undefined ? form : known?.kind === 'function' && form.kind === 'function' ? known : several);
}

const extended = /\s*(?:<[^{}]{1,200}?>)?\s*extends\s+(?:[\w$]+\.)*([\w$]+)/y;

/** The class whose name ends at an offset. */
function classAt(text: string, end: number): ClassForm {
  extended.lastIndex = end;
  return { kind: 'class', superclass: extended.exec(text)?.[1] ?? null };
}

/** What is declared in another form than a function or class, or more than once. */
const several = null;

/** A function whose body is looked at when it is asked for. */
class OutlinedFunction implements FunctionForm {
  readonly kind = 'function';
  readonly #text: string;
  readonly #name: string;
  readonly #start: number;
  #called: readonly string[] | null | undefined;

  constructor(text: string, name: string, start: number) {
    this.#text = text;
    this.#name = name;
    this.#start = start;
  }

  get called(): readonly string[] | null {
    if (this.#called === undefined) this.#called = calledIn(this.#text, this.#name, this.#start);
    return this.#called;
  }
}

/** A line that ends a declaration of the top level. */
const bodyEnd = /^\}[ \t]*;?[ \t]*\r?$/gm;
/** What is called, or looks as if: a name before a bracket or type arguments; without a name where the callee has no last one. */
const callee = /([\w$]+)\s*!?\s*(?:\?\.\s*)?([(<])|[)\]}`]\s*!?\s*(?:\?\.\s*)?\(/g;

/** The function's own name, which its declaration and its overloads have before a bracket, says nothing of where else it leads. */
function calledIn(text: string, ownName: string, start: number): readonly string[] | null {
  bodyEnd.lastIndex = start;
  const end = bodyEnd.exec(text);
  if (!end) return null;
  const body = text.slice(start, end.index + 1);
  if (!isWhole(body)) return null;
  const called = new Set<string>();
  for (const { 0: whole, 1: name, 2: bracket, index } of body.matchAll(callee)) {
    if (name === undefined) return null;
    if (name !== ownName && (bracket === '(' || isCallOf(body, index + whole.length - 1))) called.add(name);
  }
  return [...called];
}

/** False where the line that ended a body may stand in a template or a comment. */
function isWhole(body: string): boolean {
  const count = (part: string): number => body.split(part).length - 1;
  return count('{') === count('}') && count('`') % 2 === 0 && count('/*') === count('*/');
}

/** Longer type arguments are not read to their end. UTF-16 units. */
const maxTypeArguments = 1000;

/** Whether what starts with `<` at an offset are type arguments with a call's bracket behind them. */
function isCallOf(text: string, start: number): boolean {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + maxTypeArguments); at++) {
    const letter = text.charAt(at);
    if (letter === '<') depth++;
    else if (letter === '>' && text.charAt(at - 1) !== '=') depth--;
    if (depth === 0) return /^\s*\(/.test(text.slice(at + 1, at + 1 + maxTypeArguments));
  }
  return true;
}
