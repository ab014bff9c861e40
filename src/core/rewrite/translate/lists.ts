import type { Expression, NameExpression } from '../../facts/expression';
import type { TranslatedCall } from '../../match/translation';
import { contains, type TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { losesComment } from './comments';
import { isSame, turnCodes } from './messages';
import { Untranslatable, type RequestText } from './requestText';

/** A list in a variable, whose elements become others where they are put into it. */
interface FollowedList {
  /** What it is, for the reason why not. */
  readonly what: string;
  /** The type of the list then: a member of the client's class. */
  readonly type: string;
  /** Where it may be read beside requests. */
  readonly besides: readonly TextRange[];
  readonly edits: (element: Expression) => readonly TextEdit[];
}

/** Follows the turns that a variable holds; false where they are only read once and can stand in the request itself. */
export function followTurns(request: RequestText, value: NameExpression, translated: TranslatedCall): boolean {
  const { messages, types } = translated;
  const [definition] = value.binding?.definitions ?? [];
  if (!types || definition?.kind !== 'array' || isReadOnce(request, value)) return false;
  followList(request, value, {
    what: `its \`${messages}\``,
    type: `${types.message}[]`,
    besides: [],
    edits: (element) => {
      const codes = turnCodes(request, element, translated);
      return codes.length === 1 && isSame(request, element, codes[0] ?? '') ? [] : [{ range: element.range, newText: codes.join(', ') }];
    },
  });
  return true;
}

function isReadOnce({ facts }: RequestText, { binding }: NameExpression): boolean {
  return facts.reads.filter(({ expression }) => expression.kind === 'name' && expression.binding === binding).length === 1;
}

/** Writes the elements of a list in their other form, and the type of its variable. Throws where it is used in other ways. */
export function followList(request: RequestText, value: NameExpression, { what, type, besides, edits }: FollowedList): void {
  const [definition, ...others] = value.binding?.definitions ?? [];
  if (definition?.kind !== 'array' || others.length > 0 || value.binding?.writes.size !== 0)
    throw new Untranslatable(`${what} are not written out`);
  const elements = [...definition.elements];
  for (const read of request.otherReads(value, besides)) {
    const pushed = pushedAt(request, read);
    if (pushed) elements.push(...pushed);
    else if (!isHarmless(request, read)) throw new Untranslatable(`${what} are used elsewhere as well`);
  }
  if (!request.retype(definition, `${request.types ?? ''}.${type}`)) throw new Untranslatable(`${what} are not declared plainly`);
  const changes = elements.flatMap(edits);
  if (losesComment(request.facts, request.source.text, changes)) throw new Untranslatable('a comment stands within what would change');
  request.elsewhere.push(...changes);
}

/** What a call adds to the list that is read there; null where it is read in another way. */
function pushedAt({ facts }: RequestText, read: TextRange): readonly Expression[] | null {
  const call = facts.calls.find(
    ({ callee }) =>
      callee.kind === 'member' &&
      callee.property === 'push' &&
      callee.object.range.start === read.start &&
      callee.object.range.end === read.end,
  );
  return call && call.arguments.spreadFrom === Infinity ? call.arguments.positional : null;
}

/** Its length, or a line of a log. */
function isHarmless({ source: { text } }: RequestText, read: TextRange): boolean {
  if (/^\s*\.\s*length\b(?!\s*=(?!=))/.test(text.slice(read.end))) return true;
  const line = text.slice(text.lastIndexOf('\n', read.start) + 1, read.start);
  return /\bconsole\.\w+\([^;]*$/.test(line) && /^\s*[,)]/.test(text.slice(read.end));
}

/** True for code within one of the ranges. */
export function isWithin(range: TextRange, ranges: readonly TextRange[]): boolean {
  return ranges.some((each) => contains(each, range));
}
