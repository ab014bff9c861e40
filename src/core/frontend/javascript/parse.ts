import type { TSESTree } from '@typescript-eslint/types';
import { parse } from '@typescript-eslint/typescript-estree';
import * as ts from 'typescript';
import type { CommentFact } from '../../facts/moduleFacts';

/** A syntax tree in the shape of TS-ESTree, whichever parser made it. Nodes need `type`, and `range` or `start` and `end`, only. */
export interface SyntaxTree {
  readonly program: TSESTree.Program;
  readonly comments: readonly CommentFact[];
  readonly problems: readonly string[];
  /** The nodes that a summary is made of, where the parser tells them and has set every node's `parent`; see {@link summarize}. */
  readonly told?: readonly TSESTree.Node[] | undefined;
}

/** Parses a text. Must not throw: what can't be read is left out of the tree and named in `problems`. */
export type SyntaxParser = (file: string, text: string) => SyntaxTree;

const scriptKinds: Readonly<Record<string, ts.ScriptKind>> = {
  ts: ts.ScriptKind.TS,
  mts: ts.ScriptKind.TS,
  cts: ts.ScriptKind.TS,
  tsx: ts.ScriptKind.TSX,
  js: ts.ScriptKind.JSX,
  jsx: ts.ScriptKind.JSX,
  mjs: ts.ScriptKind.JSX,
  cjs: ts.ScriptKind.JSX,
  vue: ts.ScriptKind.TS,
  svelte: ts.ScriptKind.TS,
  astro: ts.ScriptKind.TS,
  ipynb: ts.ScriptKind.TS,
};

interface RecoveredSourceFile extends ts.SourceFile {
  parseDiagnostics: ts.DiagnosticWithLocation[];
}

/**
 * Parses with TypeScript's own error-tolerant parser and converts the recovered tree. typescript-estree refuses any file with a
 * parse diagnostic, but takes a ready-made `SourceFile`, so the diagnostics are moved into `problems` first (typescript-estree
 * 8.73, dist/ast-converter.js).
 */
export const parseWithTypeScript: SyntaxParser = (file, text) => {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  const kind = scriptKinds[extension] ?? ts.ScriptKind.TSX;
  let problems: readonly string[] = [];
  try {
    const source = ts.createSourceFile(
      file,
      text,
      { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
      true,
      kind,
    ) as RecoveredSourceFile;
    problems = source.parseDiagnostics.map((d) => `offset ${d.start}: ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`);
    source.parseDiagnostics = [];
    // The published type says string; the implementation accepts either (dist/source-files.js, getCodeText).
    const program = parse(source as unknown as string, {
      allowInvalidAST: true,
      comment: true,
      range: true,
      loc: true,
      suppressDeprecatedPropertyWarnings: true,
      jsDocParsingMode: 'none',
      filePath: file,
    });
    const comments = (program.comments ?? []).map((c) => ({ text: c.value, range: { start: c.range[0], end: c.range[1] } }));
    return { program, comments, problems };
  } catch (error) {
    // Code nested deeper than the stack can't be parsed, and converting a recovered tree can fail on shapes no valid program has.
    return {
      program: emptyProgram(text),
      comments: [],
      problems: [...problems, `not analysed: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
};

function emptyProgram(text: string): TSESTree.Program {
  return parse('', { range: true, loc: true, comment: true, filePath: `empty-${text.length}.ts` });
}
