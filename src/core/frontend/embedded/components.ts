import type { EmbeddedCode, Embedding } from './embedding';

/** Vue, Svelte and Astro: their scripts are one module. Offsets are those of the file. */
export const components: Embedding = {
  extensions: ['.vue', '.svelte', '.astro'],
  extract: (file, text): EmbeddedCode => ({
    text,
    parts: [{ language: 'javascript', text: scriptText(file, text) }],
    map: null,
    cells: null,
    problems: [],
  }),
};

/** Script parts of single-file components. Everything else is blanked, so that offsets stay those of the file. */
const scriptBlocks = /<script\b[^>]*>([\s\S]*?)(?:<\/script\s*>|$)/gi;
const astroFence = /^\uFEFF?\s*---\r?\n([\s\S]*?)(?:\r?\n---|$)/;

/** The text of a component with all but its scripts blanked. Same length, same line breaks. */
function scriptText(file: string, text: string): string {
  const parts: [start: number, end: number][] = [];
  if (/\.astro$/i.test(file)) {
    const fence = astroFence.exec(text);
    if (fence) {
      const start = fence.index + fence[0].indexOf(fence[1] ?? '', fence[0].indexOf('---') + 3);
      parts.push([start, start + (fence[1] ?? '').length]);
    }
  }
  for (const block of text.matchAll(scriptBlocks)) {
    const body = block[1] ?? '';
    const start = block.index + block[0].indexOf('>') + 1;
    if (!parts.some(([from, to]) => start < to && start + body.length > from)) parts.push([start, start + body.length]);
  }
  let result = '';
  let position = 0;
  for (const [start, end] of parts.sort((a, b) => a[0] - b[0])) {
    // A semicolon keeps two blocks from running into one statement.
    result += blank(text.slice(position, start)).replace(/ $/, ';') + text.slice(start, end);
    position = end;
  }
  return result + blank(text.slice(position));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
