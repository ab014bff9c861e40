import { createRequire } from 'node:module';
import type * as oxcParser from 'oxc-parser';
import type { TSESTree } from '@typescript-eslint/types';
import type { SyntaxParser } from '../../core/frontend/javascript/parse';

type OxcParser = Pick<typeof oxcParser, 'parseSync'>;

/** Extensions whose text `oxc-parser` reads in another dialect than TypeScript without JSX. */
const dialects: Readonly<Record<string, 'tsx' | 'jsx'>> = { tsx: 'tsx', jsx: 'jsx', js: 'jsx', mjs: 'jsx', cjs: 'jsx' };

/**
 * The parser for scans of whole trees: `oxc-parser`, native and several times as fast, where it is installed; else the
 * editor's. It yields the same TS-ESTree for every text without a syntax error. A text with one goes to the editor's parser,
 * which recovers, so that both find the same.
 * Either is loaded at the first text that needs it: many trees have no JavaScript that is worth parsing.
 * @param recovering the editor's parser
 */
export function bulkParser(recovering: () => SyntaxParser): SyntaxParser {
  const parseRecovering: SyntaxParser = (file, text) => recovering()(file, text);
  let loaded: OxcParser | null | undefined;
  return (file, text) => {
    if (loaded === undefined) loaded = loadOxc();
    const oxc = loaded;
    if (!oxc) return parseRecovering(file, text);
    const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
    try {
      const result = oxc.parseSync(file, text, {
        lang: dialects[extension] ?? 'ts',
        sourceType: 'module',
        astType: 'ts',
        preserveParens: false,
      });
      if (result.errors.length > 0) return parseRecovering(file, text);
      const comments = result.comments.map(({ value, start, end }) => ({ text: value, range: { start, end } }));
      // The package types its tree apart from typescript-estree; that both are the same is what `astType: 'ts'` promises.
      return { program: result.program as unknown as TSESTree.Program, comments, problems: [] };
    } catch {
      return parseRecovering(file, text);
    }
  };
}

/** Whether the native parser is there. */
export function hasNativeParser(): boolean {
  return loadOxc() !== null;
}

/** Null where the package or its native part for this machine is not installed. */
function loadOxc(): OxcParser | null {
  try {
    return createRequire(__filename)('oxc-parser') as OxcParser;
  } catch {
    return null;
  }
}
