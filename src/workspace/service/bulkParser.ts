import { createRequire } from 'node:module';
import type * as oxcParser from 'oxc-parser';
import type { TSESTree } from '@typescript-eslint/types';
import type { SyntaxParser } from '../../core/frontend/javascript/parse';

/** What is used of the package. */
export type OxcParser = Pick<typeof oxcParser, 'parseSync' | 'rawTransferSupported'>;

/** Extensions whose text `oxc-parser` reads in another dialect than TypeScript without JSX. */
const dialects: Readonly<Record<string, 'tsx' | 'jsx'>> = { tsx: 'tsx', jsx: 'jsx', js: 'jsx', mjs: 'jsx', cjs: 'jsx' };

/**
 * The parser for scans of whole trees: `oxc-parser`, native and several times as fast, where it is installed; else the
 * editor's. It yields the same TS-ESTree for every text without a syntax error. A text with one goes to the editor's parser,
 * which recovers, so that both find the same.
 * Either is loaded at the first text that needs it: many trees have no JavaScript that is worth parsing.
 * @param recovering the editor's parser
 * @param load gives the native parser, null where there is none
 */
export function bulkParser(recovering: () => SyntaxParser, load: () => OxcParser | null = loadOxc): SyntaxParser {
  const parseRecovering: SyntaxParser = (file, text) => recovering()(file, text);
  let native: StrictParser | null | undefined;
  return (file, text) => {
    if (native === undefined) {
      const oxc = load();
      native = oxc && nativeParser(oxc);
    }
    return native?.(file, text) ?? parseRecovering(file, text);
  };
}

/** A parser that gives undefined for texts with syntax errors. */
type StrictParser = (file: string, text: string) => ReturnType<SyntaxParser> | undefined;

/**
 * The native parser. Where the running Node can, trees are read from the parser's own memory instead of from JSON, in half
 * the time: Node 22 and later, on 64-bit little-endian machines.
 */
function nativeParser(oxc: OxcParser): StrictParser {
  let isRaw = oxc.rawTransferSupported();
  const parse: StrictParser = (file, text) => {
    const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
    try {
      const result = oxc.parseSync(file, text, {
        lang: dialects[extension] ?? 'ts',
        sourceType: 'module',
        astType: 'ts',
        preserveParens: false,
        ...(isRaw && { experimentalRawTransfer: true }),
      });
      if (result.errors.length > 0) return undefined;
      const comments = result.comments.map(({ value, start, end }) => ({ text: value, range: { start, end } }));
      // The package types its tree apart from typescript-estree; that both are the same is what `astType: 'ts'` promises.
      return { program: result.program as unknown as TSESTree.Program, comments, problems: [] };
    } catch {
      if (!isRaw) return undefined;
      // It asks for gigabytes of address space, which a system may refuse.
      isRaw = false;
      return parse(file, text);
    }
  };
  return parse;
}

/** The native parser, null where the package or its native part for this machine is not installed. */
export function loadOxc(): OxcParser | null {
  try {
    return createRequire(__filename)('oxc-parser') as OxcParser;
  } catch {
    return null;
  }
}
