import { createEngine } from '../../src/core/createEngine';
import type { CallSite } from '../../src/core/callSite';
import type { Catalog } from '../../src/core/catalog/catalog';
import type { Engine } from '../../src/core/engine';
import { LineIndex } from '../../src/core/text/lineIndex';

/** Call sites by line, each as `kind vendor surface model openness` with `-` for null. */
export type Expectations = ReadonlyMap<number, readonly string[]>;

/** What a fixture says of itself: `// expect: …` behind the line on which a callee ends, several parted by ` ; `. */
export function expectedIn(text: string): Expectations {
  const expected = new Map<number, string[]>();
  text.split('\n').forEach((line, index) => {
    const comment = /(?:\/\/|#) expect: (.+?)\s*$/.exec(line);
    if (comment?.[1] !== undefined) expected.set(index + 1, comment[1].split(' ; ').sort());
  });
  return expected;
}

/** What the engine finds in one file that imports nothing of the workspace. */
export function foundIn(catalog: Catalog, file: string, text: string): Expectations {
  return foundBy(createEngine(catalog, { read: (asked) => (asked === file ? text : undefined), resolve: () => undefined }), file, text);
}

/** What an engine finds in a file of its host, `text` being the file's text. */
export function foundBy(engine: Engine, file: string, text: string): Expectations {
  const lines = new LineIndex(text);
  const found = new Map<number, string[]>();
  for (const site of engine.analyze(file).callSites) {
    const { line } = lines.at(site.range.end);
    found.set(line, [...(found.get(line) ?? []), summary(site)].sort());
  }
  return found;
}

function summary(site: CallSite): string {
  return [site.kind, site.vendor, site.surface ?? '-', site.model ?? '-', site.openness].join(' ');
}

/** The file name of a description's fixture, without its extension: slashes and colons are not for file names. */
export function fixtureName(id: string): string {
  return id.replace(/[/:]/g, '__');
}
