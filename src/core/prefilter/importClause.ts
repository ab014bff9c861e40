/** A name that a statement brings in or hands on. */
export interface ImportedName {
  /** The module's name for it: `default`, `*` or a name. */
  readonly imported: string;
  /** The name that it has here. */
  readonly local: string;
  readonly isType: boolean;
}

/** The names that a statement takes from a module. */
export interface ImportClause {
  /** `export … from`: what is only handed on is not brought in. */
  readonly isExport: boolean;
  readonly names: readonly ImportedName[];
  /** Where the statement begins, as an offset. */
  readonly start: number;
}

/** A longer list of names is no statement that someone wrote. UTF-16 units. */
const maxLength = 4000;

const statement =
  /^(import|export)(?![\w$])(\s+type(?=\s*[{*]|\s+(?!from\b)[\w$]))?\s*([\w$]+\s*,?)?\s*(\{[\w$\s,]*\}|\*(?:\s*as\s+[\w$]+)?)?\s*from$/;

const listed = /^(?:(type)\s+(?!as\b))?([\w$]+)(?:\s+as\s+([\w$]+))?/;

/**
 * What the statement `import … from` takes that ends at an offset, right after its `from`. Undefined where it is none that can be
 * read without parsing: with comments in it, a `require`, an `import()`.
 */
export function importClauseBefore(text: string, end: number): ImportClause | undefined {
  const from = Math.max(0, end - maxLength);
  const found = statementIn(text.slice(from, end));
  if (!found) return undefined;
  const { match, start } = found;
  const [, keyword, type, own, others = ''] = match;
  const isTyped = type !== undefined;
  const local = own?.replace(/\s*,?$/, '');
  return {
    isExport: keyword === 'export',
    names: [
      ...(local === undefined ? [] : [{ imported: 'default', local, isType: isTyped }]),
      ...(others.startsWith('*') ? [{ imported: '*', local: /[\w$]+$/.exec(others)?.[0] ?? '', isType: isTyped }] : []),
      ...(others.startsWith('{')
        ? others
            .slice(1, -1)
            .split(',')
            .flatMap((each) => nameIn(each, isTyped))
        : []),
    ],
    start: from + start,
  };
}

/**
 * Whether the statement that names a module at an offset takes or hands on types only, all at once (`import type`); told at a glance, and
 * false where that is not enough.
 */
export function bringsOnlyTypes(text: string, start: number): boolean {
  const keyword = lastKeyword(text, start);
  return keyword >= 0 && typesOnly.test(text.slice(Math.max(keyword, start - maxLength), start));
}

/** From its keyword to its module's name, without a text or a statement's end between. */
const typesOnly = /^(?:import|export)\s+type(?:\s*[{*]|\s+(?!from\b)[\w$])[^"'`;()=]*$/;

/** The statement that a text ends with: it begins at the last keyword that is none of the names in it. */
function statementIn(text: string): { readonly match: RegExpExecArray; readonly start: number } | undefined {
  if (!text.endsWith('from')) return undefined;
  for (let start = lastKeyword(text, text.length); start >= 0; start = start === 0 ? -1 : lastKeyword(text, start - 1)) {
    const match = /[\w$.]/.test(text.charAt(start - 1)) ? null : statement.exec(text.slice(start));
    if (match) return { match, start };
  }
  return undefined;
}

function lastKeyword(text: string, end: number): number {
  return Math.max(text.lastIndexOf('import', end), text.lastIndexOf('export', end));
}

function nameIn(entry: string, isTyped: boolean): ImportedName[] {
  const [, type, imported, local = imported] = listed.exec(entry.trim()) ?? [];
  return imported === undefined || local === undefined ? [] : [{ imported, local, isType: isTyped || type !== undefined }];
}
