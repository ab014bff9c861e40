import * as ts from 'typescript';

/** As an example's own project is likely to be checked: strict, packages' declarations taken as they are. */
const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  types: ['node'],
  esModuleInterop: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Checks types of files of one repository several times over; what packages declare is read once. */
export class TypeChecker {
  readonly #sources = new Map<string, ts.SourceFile | undefined>();

  /** @param root the folder in which the packages are installed */
  constructor(private readonly root: string) {}

  /** Type errors by file, for files that have any. */
  check(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
    const program = ts.createProgram(files, options, this.#host());
    const errors = new Map<string, readonly string[]>();
    for (const file of files) {
      const source = program.getSourceFile(file);
      const found = source ? [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)] : [];
      if (found.length > 0)
        errors.set(
          file,
          found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
        );
    }
    return errors;
  }

  #host(): ts.CompilerHost {
    const host = ts.createCompilerHost(options, true);
    host.getCurrentDirectory = () => this.root;
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (file, ...rest) => {
      if (!file.includes('/node_modules/')) return read(file, ...rest);
      if (!this.#sources.has(file)) this.#sources.set(file, read(file, ...rest));
      return this.#sources.get(file);
    };
    return host;
  }
}
