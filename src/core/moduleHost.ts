/** The core's only view of the outside: texts and module resolution, both synchronous and free of side effects. */
export interface ModuleHost {
  /** The current text of a file (unsaved text first), undefined when there is none or it is not readable text. */
  read(file: string): string | undefined;
  /** The file that a module specifier means when written in `from`; undefined for packages outside the workspace and for what cannot be found. */
  resolve(specifier: string, from: string): string | undefined;
  /**
   * The environment files that hold for code in `from`, those of one folder, in the order in which they are read. Absent where there
   * is no environment: what variables are set to is then not known.
   */
  environmentFiles?(from: string): readonly string[];
}
