import type { Writing } from '../../facts/moduleFacts';
import { scanList, type ListScan } from './listScan';

/** Where code begins, and how lines are written there. */
export interface LayoutPlace {
  readonly writing: Pick<Writing, 'indent' | 'lineBreak' | 'padding' | 'maxLine'>;
  /** The blanks that its line starts with. */
  readonly indent: string;
  /** Characters before it on its line. */
  readonly column: number;
  /** Characters behind it on its line. */
  readonly rest: number;
}

/** What may stand before a value: the name of an entry. */
const named = /^(?:[\p{ID_Continue}$]+|"[^"\\\n]*"|'[^'\\\n]*'|\[[^\]\n]*\])\s*:\s*/u;
const spread = /^\.\.\.(?=[[{])/;

/**
 * Objects and lists as the file breaks them: one entry a line where they hold several lines or are too long for one, each indented by
 * where it stands. Only blanks and commas before a closing bracket change; code that can't be told apart stays as it is.
 */
export function layOut(code: string, place: LayoutPlace): string {
  const plain = code.replace(/\r\n/g, '\n');
  const laid = new Layout(place, commasEnd(plain)).entries(plain, place);
  return laid === null || bare(laid) !== bare(plain) ? code : laid.replace(/\n/g, place.writing.lineBreak);
}

class Layout {
  constructor(
    private readonly outer: LayoutPlace,
    private readonly endsWithComma: boolean,
  ) {}

  /** One value or entry, or several with commas between them. Null where the code can't be told apart. */
  entries(code: string, place: LayoutPlace): string | null {
    const scan = scanList(code);
    if (!scan) return null;
    let at = 0;
    let result = '';
    for (const end of [...scan.commas, code.length]) {
      const part = code.slice(at, end);
      const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part) ?? [];
      const line = (result + before).split('\n').at(-1) ?? '';
      const broken = (result + before).includes('\n');
      const indent = broken ? (/^\s*/.exec(line)?.[0] ?? '') : place.indent;
      const laid = this.#value(core, { ...place, indent, column: line.length + (broken ? 0 : place.column) });
      if (laid === null) return null;
      result += before + laid + after + (end < code.length ? ',' : '');
      at = end + 1;
    }
    return result;
  }

  #value(code: string, place: LayoutPlace): string | null {
    const scan = scanList(code);
    if (!scan) return null;
    if (!hasBreak(code, scan) && place.column + (code.split('\n')[0] ?? '').length + place.rest <= place.writing.maxLine) return code;
    const [lead = ''] = named.exec(code) ?? spread.exec(code) ?? [];
    if (lead !== '') {
      const value = this.#value(code.slice(lead.length), { ...place, column: place.column + lead.length });
      return value === null ? null : lead + value;
    }
    const isList = /^[[{]/.test(code) && scan.groupEnd === code.length;
    return (isList ? this.#broken(code, place) : null) ?? shifted(code, scan, place.indent);
  }

  /** One entry a line. Null for lists with comments that stand neither before an entry nor behind its comma. */
  #broken(code: string, { writing, indent }: LayoutPlace): string | null {
    const inside = code.slice(1, -1);
    const parts = partsOf(inside);
    if (!parts) return null;
    if (parts.every(({ core, comments }) => core === '' && comments.length === 0)) return code;
    const inner = indent + writing.indent;
    const lines: string[] = [];
    for (const [index, { core, comments, trailing, apart }] of parts.entries()) {
      if (apart && lines.length > 0) lines.push('');
      lines.push(...comments.map((comment) => inner + comment));
      if (core === '') continue;
      const laid = this.#value(core, { ...this.outer, indent: inner, column: inner.length, rest: 1 });
      if (laid === null) return null;
      const isLast = index === parts.length - 1 || parts.slice(index + 1).every((each) => each.core === '');
      lines.push(inner + laid + (isLast && !this.endsWithComma ? '' : ',') + (trailing === null ? '' : ` ${trailing}`));
    }
    return `${code.charAt(0)}\n${lines.join('\n')}\n${indent}${code.slice(-1)}`;
  }
}

/** An entry of a list. */
interface Part {
  readonly core: string;
  /** Comments before it, each on a line of its own. */
  readonly comments: readonly string[];
  /** The comment behind its comma. */
  readonly trailing: string | null;
  /** A blank line stands before it. */
  readonly apart: boolean;
}

const leading = /^(\/\/[^\n]*\n|\/\*(?:(?!\*\/)[^\n])*\*\/\s*)\s*/;
const behind = /^[^\S\n]*(\/\/[^\n]*|\/\*(?:(?!\*\/)[^\n])*\*\/)[^\S\n]*(?=\n|$)/;

function partsOf(inside: string): Part[] | null {
  const scan = scanList(inside);
  if (!scan) return null;
  const parts: { core: string; comments: string[]; trailing: string | null; apart: boolean }[] = [];
  let at = 0;
  for (const end of [...scan.commas, inside.length]) {
    let rest = inside.slice(at, end);
    const previous = parts.at(-1);
    const found = previous ? behind.exec(rest) : null;
    if (previous && found) {
      previous.trailing = found[1] ?? null;
      rest = rest.slice(found[0].length);
    }
    const apart = /^\s*?\n[^\S\n]*\n/.test(rest);
    rest = rest.trim();
    const comments: string[] = [];
    for (let comment = leading.exec(`${rest}\n`); comment; comment = leading.exec(`${rest}\n`)) {
      comments.push((comment[1] ?? '').trim());
      rest = rest.slice(comment[0].length).trim();
    }
    if (!isSound(rest)) return null;
    parts.push({ core: rest, comments, trailing: null, apart });
    at = end + 1;
  }
  return parts;
}

/** False for an entry that ends with a comment, behind which a comma would be lost, and for none between two commas. */
function isSound(core: string): boolean {
  const scan = scanList(core);
  return scan !== null && scan.comments.every(({ end }) => end < core.length);
}

/** True where code goes over several lines, those of texts not counted. */
function hasBreak(code: string, { texts }: ListScan): boolean {
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1))
    if (!texts.some(({ start, end }) => start < at && at < end)) return true;
  return false;
}

/** Code of several lines as far in as its first one now stands. Lines of texts stay. */
function shifted(code: string, { texts }: ListScan, indent: string): string {
  const lines = code.split('\n');
  let offset = 0;
  const free = lines.map((line) => {
    const start = offset;
    offset += line.length + 1;
    return start > 0 && line.trim() !== '' && !texts.some((text) => text.start < start && start <= text.end);
  });
  const depths = lines.flatMap((line, index) => (free[index] === true ? [/^\s*/.exec(line)?.[0].length ?? 0] : []));
  const last = lines.at(-1) ?? '';
  const closes = /^\s*[)\]}]/.test(last) && free.at(-1) === true;
  const base = closes ? (/^\s*/.exec(last)?.[0].length ?? 0) : null;
  if (base === null || depths.some((depth) => depth < base)) return code;
  return lines.map((line, index) => (free[index] === true ? indent + line.slice(base) : line)).join('\n');
}

/** Whether lists of several lines end with a comma, as far as code shows. */
function commasEnd(code: string): boolean {
  const comments = scanList(code)?.comments ?? [];
  const uncommented = comments.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), code);
  return !/[^\s,[{(]\s*\n\s*[\]}]/.test(uncommented) || /,\s*\n\s*[\]}]/.test(uncommented);
}

/** Code without what layout changes. */
function bare(code: string): string {
  return code.replace(/\s+/g, '').replace(/,(?=[\]}])/g, '');
}
