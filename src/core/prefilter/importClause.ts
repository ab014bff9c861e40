/** The names that a statement brings in from a module; null for all of it, under whatever name. */
export interface ImportClause {
  readonly values: readonly string[] | null;
  /** Names brought in as types only; null for all. */
  readonly types: readonly string[] | null;
}

/** A longer list of names is no statement that someone wrote. UTF-16 units. */
const maxLength = 4000;

const statement =
  /(?:^|[^\w$.])(import|export)(\s+type(?=\s*[{*]|\s+(?!from\b)[\w$]))?\s*((?:[\w$]+\s*,?)?\s*(?:\{[\w$\s,]*\}|\*(?:\s*as\s+[\w$]+)?)?)\s*from$/;

/**
 * What the statement `import … from` brings in that ends at an offset, right after its `from`. Undefined where it is none that can be
 * read without parsing: with comments in it, a `require`, an `import()`. What is only handed on is not brought in.
 */
export function importClauseBefore(text: string, end: number): ImportClause | undefined {
  const [, keyword, type, names = ''] = statement.exec(text.slice(Math.max(0, end - maxLength), end)) ?? [];
  if (keyword === undefined) return undefined;
  if (keyword === 'export') return { values: [], types: [] };
  const list = /^\{([\w$\s,]*)\}$/.exec(names.trim())?.[1];
  const isTyped = type !== undefined;
  // A default import may come with a list; it stands for all that the module has.
  if (list === undefined) return isTyped ? { values: [], types: null } : { values: null, types: [] };
  const found = list.split(',').flatMap((each) => {
    const [, typed, name] = /^(?:(type)\s+(?!as\b))?([\w$]+)/.exec(each.trim()) ?? [];
    return name === undefined ? [] : [{ isType: isTyped || typed !== undefined, name }];
  });
  return {
    values: found.filter(({ isType }) => !isType).map(({ name }) => name),
    types: found.filter(({ isType }) => isType).map(({ name }) => name),
  };
}
