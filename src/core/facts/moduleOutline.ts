/** How an export is declared, as far as a module's text tells without being parsed. */
export type ExportForm = ClassForm | FunctionForm;

/** A class, with the last name of what it extends; null where it extends nothing. */
export interface ClassForm {
  readonly kind: 'class';
  readonly superclass: string | null;
}

/** A function, with what its body calls. */
export interface FunctionForm {
  readonly kind: 'function';
  /** Last names of all that is called, and possibly others; null where the text does not tell. */
  readonly called: readonly string[] | null;
}

/** What a module's text tells of its exports without being parsed. Names it says nothing of may be exported all the same. */
export interface ModuleOutline {
  /** Exports by name, `default` for the default one; null for what is declared in another form, or in several. */
  readonly forms: ReadonlyMap<string, ExportForm | null>;
  /** Exports that are another module's, by name. */
  readonly passedOn: ReadonlyMap<string, { readonly specifier: string; readonly imported: string }>;
  /** Modules all of whose exports are passed on. */
  readonly stars: readonly string[];
}
