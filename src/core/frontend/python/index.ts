import { emptyModule } from '../../facts/emptyModule';
import type { CallExpression, Expression } from '../../facts/expression';
import type { Frontend, ModuleFacts } from '../../facts/moduleFacts';
import { packageWrites } from './bindings';
import { importFacts } from './importFacts';
import { Lowering } from './lowering';
import { parsePython } from './parse';
import { surveyReads } from './reads';
import { survey } from './survey';
import { PythonWriting } from './writing';

/** The Python frontend. */
export function pythonFrontend(): Frontend {
  return { language: 'python', lower: lowerModule };
}

const nowhere = { start: 0, end: 0 };

function lowerModule(file: string, text: string): ModuleFacts {
  try {
    const { body, comments, problems, quoteBalance } = parsePython(text);
    const surveyed = survey(body);
    const lowering = new Lowering(surveyed);
    const { variables } = surveyed.module;
    const exported = new Map<string, Expression>();
    let writes: ModuleFacts['packageWrites'] | undefined;
    let calls: readonly CallExpression[] | undefined;
    let reads: ModuleFacts['reads'] | undefined;
    let imports: ModuleFacts['imports'];
    let writing: PythonWriting | undefined;
    return {
      file,
      language: 'python',
      get calls() {
        calls ??= surveyed.calls.map((call) => lowering.call(call));
        return calls;
      },
      exported: (name): Expression | undefined => {
        const variable = variables.get(name);
        let value = exported.get(name);
        if (variable && !value) exported.set(name, (value = { kind: 'name', name, binding: lowering.binding(variable), range: nowhere }));
        return value;
      },
      starExports: surveyed.stars,
      exportNames: [...variables.keys()],
      get packageWrites() {
        writes ??= packageWrites(lowering, variables.values());
        return writes;
      },
      get reads() {
        reads ??= surveyReads(lowering, body);
        return reads;
      },
      get imports() {
        imports ??= importFacts(surveyed);
        return imports;
      },
      get writing() {
        writing ??= new PythonWriting({ text, body, quoteBalance });
        return writing;
      },
      comments,
      problems,
    };
  } catch (error) {
    // Code nested deeper than the stack has no facts, and says so.
    const reason = error instanceof Error ? error.message : String(error);
    const writing = new PythonWriting({ text, body: [], quoteBalance: 0 });
    return emptyModule({ file, language: 'python', writing, problems: [`not analysed: ${reason}`] });
  }
}
