import { readDotenv } from '../../environment/dotenv';
import type { ConfigEntry, ConfigNode, ConfigScalar } from '../node';

/** Reads an environment file as a map of its variables. */
export function readVariables(text: string): ConfigNode {
  return {
    kind: 'map',
    entries: readDotenv(text).map(({ name, range, value }) => ({
      key: name,
      keyRange: range,
      value: { kind: 'scalar', text: value, range },
    })),
  };
}

/** Reads a requirements file as a list of its lines: options (`-r`, `--hash`) and comments are left out. */
export function readRequirements(text: string): ConfigNode {
  return { kind: 'list', items: linesOf(text).flatMap(({ line, start }) => requirementLine(line, start)) };
}

function requirementLine(line: string, start: number): ConfigScalar[] {
  // `-e git+https://…#egg=name` and `-e name @ …`.
  const editable = /^\s*(?:-e|--editable)[ =]\S*#egg=/.exec(line);
  const lead = editable?.[0].length ?? /^\s*/.exec(line)?.[0].length ?? 0;
  const content = line
    .slice(lead)
    .replace(/(?:^|\s)#.*$/, '')
    .trimEnd();
  if (content === '' || (!editable && content.startsWith('-'))) return [];
  return [{ kind: 'scalar', text: content, range: { start: start + lead, end: start + lead + content.length } }];
}

/** Reads an INI file (`setup.cfg`): sections as maps, a value's lines as a list. */
export function readIni(text: string): ConfigNode {
  const sections: { key: string; keyRange: ConfigEntry['keyRange']; entries: ConfigEntry[] }[] = [];
  let items: ConfigScalar[] = [];
  for (const { line, start } of linesOf(text)) {
    const section = /^\[([^\]]+)\]/.exec(line)?.[1];
    const [whole, name] = /^([\w.-]+)[ \t]*[=:][ \t]*/.exec(line) ?? [];
    if (section !== undefined)
      sections.push({ key: section, keyRange: { start: start + 1, end: start + 1 + section.length }, entries: [] });
    else if (whole !== undefined && name !== undefined) {
      items = requirementLine(line.slice(whole.length), start + whole.length);
      sections.at(-1)?.entries.push({ key: name, keyRange: { start, end: start + name.length }, value: { kind: 'list', items } });
    } else if (/^\s/.test(line)) items.push(...requirementLine(line, start));
  }
  return { kind: 'map', entries: sections.map(({ entries, ...named }) => ({ ...named, value: { kind: 'map', entries } })) };
}

function linesOf(text: string): { readonly line: string; readonly start: number }[] {
  const lines: { line: string; start: number }[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const line of text.slice(start).split('\n')) {
    lines.push({ line: line.replace(/\r$/, ''), start });
    start += line.length + 1;
  }
  return lines;
}
