import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';

/** Type errors of the TypeScript files in some folders, by folder, in one program against the real packages. */
export function typeErrors(root: string, folders: readonly string[]): ReadonlyMap<string, string[]> {
  const files = folders.flatMap((folder) => readdirSync(folder).flatMap((name) => (name.endsWith('.ts') ? [join(folder, name)] : [])));
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root, undefined, 'tsconfig.json');
  const program = ts.createProgram(files, { ...options, types: ['node'] });
  const errors = new Map<string, string[]>();
  for (const file of files) {
    const source = program.getSourceFile(file);
    for (const { messageText } of source ? [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)] : []) {
      const list = errors.get(dirname(file)) ?? [];
      list.push(`type error: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
      errors.set(dirname(file), list);
    }
  }
  return errors;
}
