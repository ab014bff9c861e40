import type { SearchedText } from '../../core/prefilter/wordScanner';
import { configurationFile, maxConfigurationLength } from '../../core/configuration/files';
import { codeIn, codeKind, maxModuleLength } from '../../core/frontend/codeIn';
import { now } from '../clock';
import { readBytesForAnalysis } from '../cache/recordedRead';
import type { FileRecord } from '../cache/fileState';
import type { RecentReads } from '../cache/recentReads';
import { Recorder } from '../cache/recorder';
import { searchedSource } from '../files/sourceText';
import type { AnalyzedFile } from '../cache/gather';
import type { Prefilters } from './prefilters';
import type { SiftPart } from './protocol';
import { sliceMilliseconds, type OpenMessage } from './server';

/** Tells files without any sign of a model from those that an engine is to look at: far sooner done than an engine is made. */
export class Sifter {
  readonly #prefilters: Prefilters;
  readonly #maxFileBytes: number;
  readonly #recorder: Recorder | undefined;
  readonly #reads: RecentReads;

  /** @param reads gets the texts of code that is left */
  constructor(prefilters: Prefilters, { maxFileBytes, records }: Pick<OpenMessage, 'maxFileBytes' | 'records'>, reads: RecentReads) {
    this.#prefilters = prefilters;
    this.#maxFileBytes = maxFileBytes;
    this.#recorder = records ? new Recorder() : undefined;
    this.#reads = reads;
  }

  /**
   * Looks at files, in order.
   * @param isOpen tells the files whose texts on disk do not count: those are left
   */
  *sift(files: readonly string[], isOpen: (file: string) => boolean): Generator<SiftPart, null> {
    let part = this.#empty();
    let sliceEnd = now() + sliceMilliseconds;
    for (const file of files) {
      const bytes = isOpen(file) ? null : this.#bytesOfNothing(file);
      if (bytes === null) part.left.push(file);
      else {
        part.files++;
        part.bytes += bytes;
        part.outcomes?.push({ file, bytes, parsed: false, notes: [] });
      }
      if (now() < sliceEnd) continue;
      yield this.#recorded(part);
      part = this.#empty();
      sliceEnd = now() + sliceMilliseconds;
    }
    yield this.#recorded(part);
    return null;
  }

  /** The size of a file in which nothing can be found; null for one that is to be looked at, or of which there is something to tell. */
  #bytesOfNothing(file: string): number | null {
    let record: FileRecord | undefined;
    const outcome = readBytesForAnalysis(file, this.#maxFileBytes, this.#recorder && ((found) => (record = found)));
    if (outcome.kind !== 'bytes') return null;
    const { bytes } = outcome;
    const searched = searchedSource(bytes);
    if (!searched) return null;
    if (this.#isWorthALook(file, searched)) {
      const { encoding } = searched;
      this.#reads.keep(file, { outcome: { kind: 'text', text: searched.text(), encoding, bytes: bytes.length }, record });
      return null;
    }
    if (record !== undefined) this.#recorder?.file(file, record);
    return bytes.length;
  }

  #isWorthALook(file: string, searched: SearchedText): boolean {
    const { length } = searched.bytes;
    const kind = codeKind(file);
    switch (kind) {
      case undefined: {
        const holds = configurationFile(file)?.holds;
        return holds !== undefined && (length > maxConfigurationLength || this.#prefilters.configuration()(searched, holds));
      }
      case 'embedded': {
        const code = codeIn(file, searched.text());
        // Of what is too long, or can't be read, there is something to tell.
        if (!code || code.text.length > maxModuleLength || (code.embedded?.problems.length ?? 0) > 0) return true;
        return code.parts.some((part) => this.#prefilters.code(part.language).mention(part.text) !== 'none');
      }
      case 'javascript':
      case 'python':
      case 'shell':
        return length > maxModuleLength || this.#prefilters.code(kind).mentionIn(searched) !== 'none';
    }
  }

  #empty(): GrowingPart {
    return { files: 0, bytes: 0, left: [], outcomes: this.#recorder ? [] : null };
  }

  #recorded({ outcomes, ...part }: GrowingPart): SiftPart {
    const record = this.#recorder && outcomes ? { files: outcomes, observations: this.#recorder.take() } : null;
    return { ...part, parsed: 0, analyses: [], errors: [], notes: [], record };
  }
}

interface GrowingPart {
  files: number;
  bytes: number;
  readonly left: string[];
  /** Null where nothing is kept. */
  readonly outcomes: AnalyzedFile[] | null;
}
