/** The core's only view of the outside: texts and module resolution, both synchronous and free of side effects. */
export interface ModuleHost {
  /** The current text of a file (unsaved text first), undefined when there is none or it is not readable text. */
  read(file: string): string | undefined;
  /** The file that a module specifier means when written in `from`; undefined for packages outside the workspace and for what cannot be found. */
  resolve(specifier: string, from: string): string | undefined;
}
