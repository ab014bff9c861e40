import { emptyModule } from '../../facts/emptyModule';
import type { CallExpression, Expression } from '../../facts/expression';
import type { Frontend, ModuleFacts, Writing } from '../../facts/moduleFacts';
import { unknownAt, WordLowering } from './expressions';
import { parseShell } from './parse';
import { requestOf, type Request } from './requests';
import { wordFrom, type Command, type Word } from './syntax';

/**
 * The shell frontend: commands that send requests (`curl`, `wget`) become calls, with their address, headers and body as named
 * arguments; the program's name is the callee, and the method its member.
 */
export function shellFrontend(): Frontend {
  return { language: 'shell', lower: lowerScript };
}

function lowerScript(file: string, text: string): ModuleFacts {
  try {
    const { commands, comments } = parseShell(text);
    const lowering = new WordLowering(assignments(commands));
    const calls = commands
      .flatMap((command) => requestOf(command) ?? [])
      .map((request) => callOf(request, lowering))
      .sort((a, b) => a.range.start - b.range.start);
    return { ...emptyModule({ file, language: 'shell', writing, comments, problems: [] }), calls };
  } catch (error) {
    // Code nested deeper than the stack has no facts, and says so.
    const reason = error instanceof Error ? error.message : String(error);
    return emptyModule({ file, language: 'shell', writing, problems: [`not analysed: ${reason}`] });
  }
}

/** Every value that a script assigns, by the variable's name. */
function assignments(commands: readonly Command[]): ReadonlyMap<string, readonly Word[]> {
  const assigned = new Map<string, Word[]>();
  for (const { words } of commands) {
    const declares = /^(?:export|local|readonly|declare|typeset)$/.test(words[0]?.text ?? '');
    for (const word of declares ? words.slice(1) : words) {
      const name = /^([A-Za-z_]\w*)=/.exec(word.text);
      if (!name) {
        if (declares) continue;
        break;
      }
      const [whole, variable = ''] = name;
      assigned.set(variable, [...(assigned.get(variable) ?? []), wordFrom(word, whole.length)]);
    }
  }
  return assigned;
}

function callOf(request: Request, lowering: WordLowering): CallExpression {
  const { program, name, url, headers, data, form } = request;
  const { range } = program;
  const sends = data.length + form.length > 0 && !request.asQuery;
  const method = request.method?.toLowerCase() ?? (sends ? 'post' : 'get');
  const sent = request.asQuery ? null : bodyOf(request, lowering);
  const keywords: { name: string; value: Expression }[] = [];
  const give = (keyword: string, value: Expression | null): void => {
    if (value) keywords.push({ name: keyword, value });
  };
  give('url', url && lowering.word(url));
  give('headers', lowering.headers(headers));
  give('data', sent);
  return {
    kind: 'call',
    construct: false,
    callee: { kind: 'member', object: { kind: 'name', name, binding: null, range }, property: method, range },
    calleeRange: range,
    arguments: {
      positional: [],
      keywords,
      spreadFrom: Infinity,
      keywordSpreads: [],
      range: { start: range.end, end: range.end },
    },
    isSuper: false,
    range,
  };
}

function bodyOf({ data, form }: Request, lowering: WordLowering): Expression | null {
  for (const word of data) {
    const json = lowering.json(word);
    if (json) return json;
  }
  const [first] = data;
  return lowering.form([...form, ...data.filter((word) => !word.text.startsWith('@'))]) ?? (first ? unknownAt(first.range) : null);
}

/** How a shell is written. Its call sites are not rewritten; what is asked of this is asked for messages only. */
const writing: Writing = {
  text: (value) => `'${value.replaceAll("'", String.raw`'\''`)}'`,
  textLike: (_original, value) => `'${value.replaceAll("'", String.raw`'\''`)}'`,
  joined: (parts) => parts.map((part) => (typeof part === 'string' ? part : part.code)).join(''),
  variable: (name, fallback) => (fallback === null ? `"$${name}"` : `"\${${name}:-${fallback}}"`),
  importFor: () => null,
  importStatement: (specifier) => specifier,
  constant: String,
  variableStyle: null,
  usualVariableStyle: { source: 'process', brackets: false, prefix: '' },
  property: (name, value) => `${name}=${value}`,
  padding: ' ',
  indent: '  ',
  maxLine: 100,
  lineBreak: '\n',
};
