import { emptyModule } from '../../facts/emptyModule';
import type { CallExpression } from '../../facts/expression';
import type { Frontend, ImportFact, ModuleFacts, ReadFact, Writing } from '../../facts/moduleFacts';
import { collectExports } from './exports';
import { collectImports } from './imports';
import { Lowering } from './lowering';
import { outlineOf } from './outline';
import type { SyntaxParser } from './parse';
import { resolveScopes } from './scopes';
import { specifiersIn } from './specifiers';
import { surveyReads } from './reads';
import { statementAround } from './statements';
import { summarize } from './walk';
import { emptyWriting, JavaScriptWriting } from './writing';

/** The JavaScript and TypeScript frontend, over any parser that yields TS-ESTree. */
export function frontendOver(parser: SyntaxParser): Frontend {
  return {
    language: 'javascript',
    lower: (file, text) => lowerModule(parser, file, text),
    outline: outlineOf,
    specifiers: specifiersIn,
  };
}

function lowerModule(parser: SyntaxParser, file: string, text: string): ModuleFacts {
  const { program, comments, problems, told } = parser(file, text);
  try {
    const summary = summarize(program, told);
    const lowering = new Lowering(resolveScopes(summary), summary);
    const exported = collectExports(lowering, program);
    let calls: readonly CallExpression[] | undefined;
    let reads: readonly ReadFact[] | undefined;
    let writing: Writing | undefined;
    let imports: readonly ImportFact[] | undefined;
    return {
      file,
      language: 'javascript',
      get calls() {
        calls ??= summary.calls.map((call) => lowering.call(call));
        return calls;
      },
      exported: (name) => exported.get(name),
      starExports: exported.stars,
      exportNames: exported.names,
      get reads() {
        reads ??= surveyReads(lowering, program);
        return reads;
      },
      get writing() {
        writing ??= new JavaScriptWriting(lowering, program, file, text);
        return writing;
      },
      get imports() {
        imports ??= collectImports(lowering, program);
        return imports;
      },
      statementAround: (range) => statementAround(program, range),
      comments,
      problems,
    };
  } catch (error) {
    // A recovered tree can have shapes that scope analysis does not expect; such a file has no facts, and says so.
    const reason = error instanceof Error ? error.message : String(error);
    return emptyModule({
      file,
      language: 'javascript',
      writing: emptyWriting,
      comments,
      problems: [...problems, `not analysed: ${reason}`],
    });
  }
}
