import type { Language } from '../../../facts/moduleFacts';
import type { Cell, CodePart, EmbeddedCode, Embedding } from '../embedding';
import { endOfInput } from '../../shell/syntax';
import { blank } from './blank';
import { CellCode } from './cellCode';
import { cellMagic } from './cellMagic';
import { splitLines, type SplitCell } from './lineMagics';
import { withoutOpenEnds } from './openEnds';
import { readNotebook } from './readNotebook';

/** Kernels' and editors' names of languages that are analysed. */
const languages: readonly (readonly [names: RegExp, language: Language])[] = [
  [/python|^ipython|^conda|^pyodide|^xpython|^pyspark/, 'python'],
  [/javascript|typescript|^deno$|^tslab$|^jslab$|^jsx?$|^tsx?$|^node/, 'javascript'],
  [/^(?:bash|sh|zsh|shell|shellscript)$/, 'shell'],
];

/**
 * Jupyter notebooks: the code cells of the notebook's language are one module, in the order they stand in; what they give to a shell
 * is a script beside it. Markdown, outputs and cells in other languages count for nothing.
 */
export const notebooks: Embedding = {
  extensions: ['.ipynb'],
  extract: (_file, json): EmbeddedCode => {
    const notebook = readNotebook(json);
    const language = notebook.language === null ? 'python' : languageNamed(notebook.language);
    const code = new CellCode(json);
    const cells: Cell[] = [];
    const own: string[] = [];
    const shell: string[] = [];
    for (const cell of notebook.cells) {
      const spoken = cell.language === null ? language : languageNamed(cell.language);
      if (!cell.isCode || (spoken !== language && spoken !== 'shell')) continue;
      const start = code.length;
      const source = cell.source.map((string) => code.add(string)).join('');
      if (source === '') continue;
      const range = { start, end: code.length };
      code.endCell();
      cells.push({ index: cell.index, range });
      const split = splitCell(source, spoken);
      own.push(split.own);
      shell.push(split.shell, endOfInput);
    }
    const parts: CodePart[] = [
      ...(language === undefined || language === 'shell' ? [] : [{ language, text: moduleOf(own, language) }]),
      { language: 'shell', text: shell.join('') },
    ];
    return { text: code.text, parts, map: code, cells, problems: notebook.problems };
  },
};

/** The cells below each other. What one leaves open ends with it; the last has none below. */
function moduleOf(cells: readonly string[], language: Language): string {
  const ended = language === 'python' ? [...cells.slice(0, -1).map(withoutOpenEnds), ...cells.slice(-1)] : cells;
  return ended.map((cell) => `${cell}\n`).join('');
}

function languageNamed(name: string): Language | undefined {
  return languages.find(([names]) => names.test(name))?.[1];
}

function splitCell(text: string, language: Language | undefined): SplitCell {
  if (language === 'shell') return { own: blank(text), shell: text };
  if (language === 'javascript') {
    // Kernels of several languages mark a cell's with `#!`, and have magics of their own.
    const own = text.replace(/^[ \t]*(?:#!|%%?)[^\r\n]*/gm, blank);
    return { own, shell: blank(text) };
  }
  const magic = cellMagic(text);
  if (!magic) return splitLines(text);
  const first = blank(text.slice(0, magic.end));
  const rest = text.slice(magic.end);
  switch (magic.runner) {
    case 'own': {
      const split = splitLines(rest);
      return { own: first + split.own, shell: first + split.shell };
    }
    case 'shell':
      return { own: blank(text), shell: first + rest };
    case 'other':
      return { own: blank(text), shell: blank(text) };
  }
}
