import type { Operation, SdkDescription } from '../match/description';
import { shapeOf } from '../match/sdkIndex';
import { isCommentLine } from './commentLine';
import type { ImportClause, ImportedName } from './importClause';

/** Tells from the names that a text brings in from an SDK whether the text can hold a call site of it. */
export type UseTest = (text: string, clause: ImportClause) => boolean;

/**
 * A name that makes a client or sends is enough. What only stands for one, as types do (`client: OpenAI`), makes a call site where a
 * member is called; so do names that the description does not know (`type ChatMessage`): the client can come from another file.
 */
export function sdkInUse(sdk: SdkDescription): UseTest {
  const members = new RegExp(`(?<!\\bJSON)\\.(?:${[...sendingNames(sdk)].join('|')})\\b`, 'g');
  const isCalledItself = Object.values(sdk.shapes).some(({ call }) => call?.site !== undefined);
  const isSent = (text: string): boolean => isCalledItself || standsInCode(members, text);
  return (text, clause) => {
    if (clause.isExport) return false;
    const known = clause.names.filter(({ imported }) => isWhole(imported) || sdk.exports[imported] !== undefined);
    if (known.some((name) => isMade(sdk, name) && !onlyNamesTypes(sdk, name, text, clause))) return true;
    return known.length > 0 ? isSent(text) : clause.names.length > 0 && !isCalledItself && standsInCode(members, text);
  };
}

/** Whether what a statement takes from an SDK, or hands on of it, can be one of its clients or models, or be declared as one. */
export function sdkComesFrom(sdk: SdkDescription, text: string, clause: ImportClause): boolean {
  return clause.names.some((name) => {
    if (!isWhole(name.imported) && sdk.exports[name.imported] === undefined) return false;
    if (clause.isExport) return true;
    return isStandIn(sdk, name.imported) ? !onlyExtended(name, text, clause) : !onlyNamesTypes(sdk, name, text, clause);
  });
}

/** All of a module, under whatever name: packages of CommonJS have all that they export in their default export. */
function isWhole(imported: string): boolean {
  return imported === 'default' || imported === '*';
}

/** Whether a name stands for what makes or sends, and not only for what comes from elsewhere. */
function isMade(sdk: SdkDescription, { imported, isType }: ImportedName): boolean {
  return !isType && (isWhole(imported) || !isStandIn(sdk, imported));
}

/** Whether an export is a class whose instances come from elsewhere: what is called on them is known, who answers is not. */
function isStandIn(sdk: SdkDescription, name: string): boolean {
  const { construct, call, members } = shapeOf(sdk, sdk.exports[name] ?? '');
  if (construct?.returns === undefined || construct.site || call || members) return false;
  return shapeOf(sdk, construct.returns).abstract === true;
}

/** Whether a class is only there for the types in it (`Anthropic.Messages.Tool`): nothing is made of it. */
function onlyNamesTypes(sdk: SdkDescription, name: ImportedName, text: string, clause: ImportClause): boolean {
  const { imported, local } = name;
  const shape = sdk.exports[imported];
  if (shape === undefined) return false;
  const { construct, call, members, properties } = shapeOf(sdk, shape);
  if (!construct || call || members || properties) return false;
  return usesOf(name, text, clause).every((index) => namesType(text, index, local.length));
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

/** Last names of the members that send. */
function sendingNames(sdk: SdkDescription): ReadonlySet<string> {
  const members = Object.values(sdk.shapes).flatMap((shape) => Object.entries(shape.members ?? {}));
  return new Set(members.filter(([, operation]) => maySend(operation)).map(([path]) => path.slice(path.lastIndexOf('.') + 1)));
}

function maySend({ site, cases, pick, from }: Operation): boolean {
  return site !== undefined || cases !== undefined || pick !== undefined || from !== undefined;
}
