import { createRequire } from 'node:module';
import type * as oxcParser from 'oxc-parser';
import type { TSESTree } from '@typescript-eslint/types';
import type { SyntaxParser } from '../../core/frontend/javascript/parse';
import { memoryParser, type NativeParse, type Parsed } from './sharedMemory';

/** The ways in which the package parses. */
export interface OxcParser {
  /** The faster one, null where it can't be; see {@link memoryParser}. */
  readonly inMemory: NativeParse | null;
  /** The one that hands trees over as JSON. */
  readonly asJson: NativeParse;
}

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

/** The native parser, by the fastest of its ways that reads a text. */
function nativeParser({ inMemory, asJson }: OxcParser): StrictParser {
  return (file, text) => {
    const parsed = (inMemory && parsedBy(inMemory, file, text)) ?? parsedBy(asJson, file, text);
    if (!parsed || parsed.errors.length > 0) return undefined;
    const comments = parsed.comments.map(({ value, start, end }) => ({ text: value, range: { start, end } }));
    const told = parsed.told as unknown as readonly TSESTree.Node[] | undefined;
    // The package types its tree apart from typescript-estree; that both are the same is what `astType: 'ts'` promises.
    return { program: parsed.program as unknown as TSESTree.Program, comments, problems: [], told };
  };
}

/** What one way of parsing finds; undefined where it can't: code nested deeper than the stack. */
function parsedBy(parse: NativeParse, file: string, text: string): Parsed | undefined {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  try {
    return parse(file, text, { lang: dialects[extension] ?? 'ts', sourceType: 'module', astType: 'ts', preserveParens: false });
  } catch {
    return undefined;
  }
}

/** The native parser, null where the package or its native part for this machine is not installed. */
export function loadOxc(): OxcParser | null {
  const load = createRequire(__filename);
  try {
    const inMemory = memoryParser(load);
    let asJson: NativeParse | undefined;
    const loadJson = (): NativeParse => (asJson ??= (load('oxc-parser') as typeof oxcParser).parseSync);
    // The rest of the package is loaded where it is needed only.
    return { inMemory, asJson: inMemory ? (...given) => loadJson()(...given) : loadJson() };
  } catch {
    return null;
  }
}
