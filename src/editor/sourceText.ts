import * as vscode from 'vscode';
import type { CallSite, FileAnalysis } from '../core/callSite';
import type { ConfigurationFinding } from '../core/configuration/finding';
import { LineIndex } from '../core/text/lineIndex';
import { openDocument, rangeOf, uriOf } from './convert';
import type { FindingStore } from './findingStore';
import { openNotebook } from './notebooks';

/** Where a call site stands and how its callee is spelled. */
export interface Excerpt {
  /** 1-based. */
  readonly line: number;
  /** The callee on one line. */
  readonly callee: string;
}

interface Source {
  readonly text: string;
  readonly lines: LineIndex;
}

/** Reads the lines of call sites that are not open, once for each analysis. */
export class SourceTexts {
  readonly #store: FindingStore;
  readonly #sources = new WeakMap<FileAnalysis, Promise<Source | undefined>>();

  constructor(store: FindingStore) {
    this.#store = store;
  }

  /** The place of a call site or a finding of configuration, undefined when its file can't be read any more. */
  async excerpt(site: CallSite | ConfigurationFinding): Promise<Excerpt | undefined> {
    const analysis = this.#store.get(site.file);
    if (!analysis) return undefined;
    const cell = 'cell' in site ? site.cell : undefined;
    const document = cell && openNotebook(site.file)?.getCells()[cell.index]?.document;
    if (cell && document) {
      const line = document.positionAt(cell.range.start).line + 1;
      return { line, callee: oneLine(document.getText(rangeOf(document, cell.range))) };
    }
    const source = await this.#sourceOf(analysis);
    if (!source || site.range.end > source.text.length) return undefined;
    return {
      line: source.lines.at(site.range.start).line,
      callee: oneLine(source.text.slice(site.range.start, site.range.end)),
    };
  }

  #sourceOf(analysis: FileAnalysis): Promise<Source | undefined> {
    const known = this.#sources.get(analysis);
    if (known) return known;
    const source = read(analysis.file).then((text) => (text === undefined ? undefined : { text, lines: new LineIndex(text) }));
    this.#sources.set(analysis, source);
    return source;
  }
}

function oneLine(code: string): string {
  return code.replace(/\s+/g, ' ').replace(/ ?(\?)?\. ?/g, '$1.');
}

async function read(file: string): Promise<string | undefined> {
  const document = openDocument(file);
  if (document) return document.getText();
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uriOf(file)));
  } catch {
    // Deleted since it was analysed; the watcher takes it out of the store.
    return undefined;
  }
}
