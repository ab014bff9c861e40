const simpleEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v', '\n': '' };

/** How a string literal begins: its prefix letters and its quotes. */
export interface StringStart {
  readonly raw: boolean;
  readonly bytes: boolean;
  readonly quote: string;
  /** Characters before the content. */
  readonly length: number;
}

/** Reads the beginning of a string literal; null for text that is none. */
export function stringStart(text: string): StringStart | null {
  const match = /^([a-z]{0,3})("""|'''|"|')/i.exec(text);
  if (!match) return null;
  const [whole, prefix = '', quote = ''] = match;
  return { raw: /r/i.test(prefix), bytes: /b/i.test(prefix), quote, length: whole.length };
}

/** The text of a whole string literal; null for bytes and for what is no string. */
export function stringValue(source: string): string | null {
  const start = stringStart(source);
  if (!start || start.bytes) return null;
  const end = source.endsWith(start.quote) && source.length >= start.length + start.quote.length ? -start.quote.length : undefined;
  return unescaped(source.slice(start.length, end), start.raw);
}

/** Content of a string literal with its escapes resolved. */
export function unescaped(content: string, raw: boolean): string {
  if (raw || !content.includes('\\')) return content;
  return content.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([0-7]{1,3})|(\r\n|[\s\S]))/gi,
    (whole, hex?: string, four?: string, eight?: string, octal?: string, other?: string) => {
      const code = hex ?? four ?? eight;
      if (code !== undefined) {
        const point = Number.parseInt(code, 16);
        return point > 0x10ffff ? whole : String.fromCodePoint(point);
      }
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      if (other === '\r\n') return '';
      if (other === undefined) return whole;
      return simpleEscapes[other] ?? (/[\\'"]/.test(other) ? other : whole);
    },
  );
}
