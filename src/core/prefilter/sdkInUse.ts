import { isCommentLine } from './commentLine';
import type { ImportClause, ImportedName } from './importClause';
import type { SdkUse } from './sdkUse';

/**
 * How a text uses what it brings in from an SDK. `own`: it can make a client, send, or call what it declares to be a client; `handed`: it calls
 * members that the SDK knows, of something that must come from elsewhere.
 */
export type Use = 'own' | 'handed' | null;

/** Tells from the names that a text brings in from an SDK whether the text can hold a call site of it. */
export type UseTest = (text: string, clause: ImportClause) => Use;

/**
 * A name that makes a client or sends is enough. What only stands for one, as types do (`client: OpenAI`), makes a call site where a
 * member is called. Names that the description does not know (`type ChatMessage`), and what is only extended, come with clients that are made
 * elsewhere.
 */
export function sdkInUse({ isCalledItself, sends, ...use }: SdkUse): UseTest {
  // Most texts bring in no SDK, and no text most of them.
  let members: RegExp | undefined;
  const sendsInCode = (text: string): boolean =>
    standsInCode((members ??= new RegExp(`(?<!\\bJSON)\\.(?:${sends.join('|')})\\b`, 'g')), text);
  return (text, clause) => {
    if (clause.isExport) return null;
    const known = clause.names.filter(({ imported }) => isWhole(imported) || use.exports.includes(imported));
    if (known.some((name) => isMade(use, name) && !onlyNamesTypes(use, name, text, clause))) return 'own';
    if (known.length > 0 && isCalledItself) return 'own';
    if (clause.names.length === 0 || isCalledItself || !sendsInCode(text)) return null;
    return known.every((name) => isNone(use, name, text, clause)) ? 'handed' : 'own';
  };
}

/** Whether what a statement takes from an SDK, or hands on of it, can be one of its clients or models, or be declared as one. */
export function sdkComesFrom(use: Exports, text: string, clause: ImportClause): boolean {
  return clause.names.some(
    (name) => (isWhole(name.imported) || use.exports.includes(name.imported)) && (clause.isExport || !isNone(use, name, text, clause)),
  );
}

/** Whether nothing in a text can be of what a name stands for: others extend it, or take types from it. */
function isNone(use: Exports, name: ImportedName, text: string, clause: ImportClause): boolean {
  return use.standIns.includes(name.imported) ? onlyExtended(name, text, clause) : onlyNamesTypes(use, name, text, clause);
}

type Exports = Pick<SdkUse, 'exports' | 'standIns' | 'classes'>;

/** All of a module, under whatever name: packages of CommonJS have all that they export in their default export. */
function isWhole(imported: string): boolean {
  return imported === 'default' || imported === '*';
}

/** Whether a name stands for what makes or sends, and not only for what comes from elsewhere. */
function isMade({ standIns }: Exports, { imported, isType }: ImportedName): boolean {
  return !isType && (isWhole(imported) || !standIns.includes(imported));
}

/** Whether a class is only there for the types in it (`Anthropic.Messages.Tool`): nothing is made of it. */
function onlyNamesTypes({ classes }: Exports, name: ImportedName, text: string, clause: ImportClause): boolean {
  const { imported, local } = name;
  return classes.includes(imported) && usesOf(name, text, clause).every((index) => namesType(text, index, local.length));
}

/** Whether a class is only what others extend: those answer for themselves. */
function onlyExtended(name: ImportedName, text: string, clause: ImportClause): boolean {
  return usesOf(name, text, clause).every((index) => extended.test(text.slice(Math.max(0, index - maxDeclaration), index)));
}

/** What stands before the class that another one extends. A bound of a type parameter is none: it says what is passed. */
const extended = /\bclass\b\s*[\w$]*\s*(?:<[^{}()]*>\s*)?extends\s+$/;
/** Type parameters that are longer are not read. UTF-16 units. */
const maxDeclaration = 300;

/** Where a name stands in code, the statement that brings it in left out. */
function usesOf({ local }: ImportedName, text: string, { start }: ImportClause): number[] {
  const uses = new RegExp(`(?<![\\w$.])${local.replaceAll('$', '\\$')}(?![\\w$])`, 'g');
  const end = text.indexOf('from', start);
  return [...text.matchAll(uses)]
    .map(({ index }) => index)
    .filter((index) => (index < start || index >= end) && !isCommentLine.javascript(text, index));
}

const member = /\s*\.\s*[A-Z]/y;
const makes = /\b(?:new|extends)\s+$/;

function namesType(text: string, start: number, length: number): boolean {
  member.lastIndex = start + length;
  return member.test(text) && !makes.test(text.slice(Math.max(0, start - 24), start));
}

function standsInCode(words: RegExp, text: string): boolean {
  for (const { index } of text.matchAll(words)) if (!isCommentLine.javascript(text, index)) return true;
  return false;
}
