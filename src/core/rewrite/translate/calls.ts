import type { ModuleFacts } from '../../facts/moduleFacts';
import type { CallValue } from '../../link/value';
import type { ReadHelper, ReadPattern, TranslatedCall, Translation } from '../../match/translation';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import type { ClientGroup, SiteRef } from '../clients';
import { sourceOf, type LocatedEdit, type PlanContext } from '../context';
import { localOf } from '../exchange/importEdits';
import { factOf, wordsOf } from '../obstacles/featureFacts';
import { lacks } from '../obstacles/obstacles';
import type { SourceContext } from '../options/objectEdit';
import type { Note } from '../warnings';
import { commandName, commandOf, type Command } from './command';
import { losesComment, withoutComments } from './comments';
import { heardEdits } from './heard';
import { memberOf } from './members';
import { requestEdits, type Found, type RequestPlace, type RequestPlan } from './request';
import { resultEdits } from './result';

/** Code in which a package is named that is left; `translation` where another client takes the place of one made there. */
export interface Gone {
  readonly file: string;
  readonly range: TextRange;
  readonly translation: Translation | null;
}

/** What becomes of call sites. */
export interface Translated {
  readonly edits: readonly LocatedEdit[];
  readonly steps: readonly string[];
  readonly notes: readonly Note[];
  readonly gone: readonly Gone[];
  /** Call sites that are none any more. */
  readonly ended?: readonly SiteRef[];
}

/** What becomes of one call, or why it stays. */
export type CallPlan = { readonly obstacle: string } | Translated;

/** A call whose request is written in the other form. */
export interface Asked {
  readonly ref: SiteRef;
  readonly facts: ModuleFacts;
  readonly source: SourceContext;
  readonly call: CallValue;
  /** Where the call's member stands. */
  readonly member: TextRange;
  readonly translated: TranslatedCall;
  readonly request: Extract<RequestPlan, { edits: unknown }>;
  readonly types: string | null;
}

/** Writes a call's request in the other form; what is read of its answer is left to {@link planCall}. */
export function planRequest(
  context: PlanContext,
  ref: SiteRef,
  group: ClientGroup,
  translation: Translation,
): { readonly obstacle: string } | Asked {
  const facts = context.analyses.graph.load(ref.file);
  const source = facts && sourceOf(context, facts);
  const [matched, ...others] = ref.site.matched;
  if (!facts || !source || !matched || others.length > 0) return { obstacle: 'what it is is not decided' };
  const command = commandOf(facts, source.text, matched, translation);
  const found = command ?? memberOf(source.text, matched, translation.calls);
  if (!found) {
    const what = commandName(facts, source.text, matched, translation) ?? calleeOf(source.text, matched.call);
    return { obstacle: `${what} has no counterpart that it could be translated to` };
  }
  if (command && matched.call.expression.arguments.positional.length > 1)
    return { obstacle: 'what is given beside its command has no counterpart' };
  const { linker } = context.analyses;
  const types = typesOf(facts, translation);
  const around = { types, answers: wholeAnswers(group, source.text, ref.file, translation) };
  const place: RequestPlace = { linker, facts, source, within: callsOf(group, ref.file), around, ...command };
  const call = command ? givenTo(matched.call, command) : matched.call;
  const translated = variantOf(call, found.call);
  const request = requestEdits(place, call, translated);
  if ('obstacle' in request) return request;
  const lacking = lackingOf(context, request);
  if (lacking !== null) return { obstacle: lacking };
  return { ref, facts, source, call: matched.call, member: found.range, translated, request, types };
}

/** The call as if it were given what its command is made of. */
function givenTo(call: CallValue, { command: { made } }: { readonly command: Command }): CallValue {
  const { kind, construct, callee, calleeRange, isSuper, typeArguments = [], range } = call.expression;
  return { ...call, expression: { kind, construct, callee, calleeRange, isSuper, typeArguments, range, arguments: made.arguments } };
}

/** What is called, as a refusal names it. */
function calleeOf(text: string, { expression: { calleeRange } }: CallValue): string {
  const code = text.slice(calleeRange.start, calleeRange.end);
  // One that is itself the answer of a call, or has comments within, is no name.
  return /^[\p{ID_Continue}$.?!\s]+$/u.test(code) ? `\`${code.replace(/\s+/g, '')}\`` : 'its request';
}

/** Plans a call whose request is written, with what is read of its answer. `others`: all calls that are rewritten with it. */
export function planCall(context: PlanContext, asked: Asked, others: readonly Asked[], translation: Translation): CallPlan {
  const { ref, facts, source, call, member, translated, request, types } = asked;
  const beside = others.filter((each) => each.ref.file === ref.file);
  const follow = translated.heard ? heardEdits : resultEdits;
  const result = follow(facts, withoutComments(facts, source.text), call.expression, translated, {
    repeated: beside.flatMap((each) => each.request.repeated ?? []),
    answers: beside.filter((each) => isWhole(each.translated)).map((each) => each.call.expression.range),
    types,
  });
  if ('obstacle' in result) return result;
  const clash = (result.helpers ?? []).flatMap(({ names = [] }) => names).find((name) => isMentioned(source.text, name));
  if (clash !== undefined) return { obstacle: `the file has another \`${clash}\`` };
  const becomes = `.${translated.becomes}`;
  const isSame = source.text.slice(member.start, member.end) === becomes;
  const callee = isSame ? [] : [{ range: member, newText: becomes }];
  const at = context.place(ref.file, ref.callSite.range.start);
  const typed = typeEdits(facts, source.text, result.helpers ?? [], types);
  const shown: Note = { ref, reason: 'logs show whole answers as chat completions give them', changesResults: true };
  const edits = [
    ...callee,
    ...request.edits,
    ...request.elsewhere,
    ...result.edits,
    ...typed,
    ...helperEdits(facts, source, translation, result),
  ];
  if (losesComment(facts, source.text, edits)) return { obstacle: 'a comment stands in what is written anew' };
  const gone = [...goneOf(request), ...result.edits.map(({ range }) => range), ...(result.gone ?? []), ...typed.map(({ range }) => range)];
  return {
    edits: edits.map((edit) => ({ file: ref.file, ...edit })),
    steps: [`Ask by ${translated.becomes} (${at})`],
    notes: [...notesOf(context, ref, request), ...(result.shown ? [shown] : [])],
    gone: gone.map((range) => ({ file: ref.file, range, translation: null })),
  };
}

/** Calls of a file that give whole answers, as requests can repeat them. */
function wholeAnswers(group: ClientGroup, text: string, file: string, { calls }: Translation): TextRange[] {
  return group.sites.flatMap((ref): TextRange[] => {
    const [matched] = ref.site.matched;
    const found = matched && ref.file === file ? memberOf(text, matched, calls) : null;
    return matched && found && isWhole(variantOf(matched.call, found.call)) ? [matched.call.expression.range] : [];
  });
}

function isWhole({ stream, heard }: TranslatedCall): boolean {
  return stream !== true && heard === undefined;
}

/** The name of the other client's class in a file with types; null for others. */
function typesOf(facts: ModuleFacts, { client }: Translation): string | null {
  if (!/\.[cm]?tsx?$/i.test(facts.file)) return null;
  return localOf(facts, { ...client, orDefault: true }) ?? client.name;
}

/** The edits for types of parts, of which a function gives its own. */
function typeEdits(facts: ModuleFacts, text: string, helpers: readonly ReadHelper[], types: string | null): TextEdit[] {
  const names = new Map(helpers.flatMap(({ types: known = {} }) => Object.entries(known)));
  if (names.size === 0 || types === null) return [];
  return (facts.imports ?? []).flatMap(({ names: imported }) =>
    imported.flatMap(({ references }) =>
      references.flatMap((reference): TextEdit[] => {
        const member = /^\.(?:Messages\.)?([\p{ID_Continue}$]+)/u.exec(text.slice(reference.end));
        const becomes = names.get(member?.[1] ?? '');
        return member && becomes !== undefined
          ? [{ range: { start: reference.start, end: reference.end + member[0].length }, newText: becomes }]
          : [];
      }),
    ),
  );
}

function isMentioned(text: string, name: string): boolean {
  return new RegExp(String.raw`(?<![\p{ID_Continue}$])${name}(?![\p{ID_Continue}$])`, 'u').test(text);
}

/** A call's translation, which is another one where its request asks for a stream. */
function variantOf({ expression }: CallValue, call: TranslatedCall): TranslatedCall {
  const [request] = expression.arguments.positional;
  const streams =
    request?.kind === 'object' &&
    request.entries.some(
      (entry) => entry.kind === 'property' && entry.name === 'stream' && entry.value.kind === 'literal' && entry.value.value === true,
    );
  const translated = (streams ? call.streamed : undefined) ?? call;
  const { patterns } = translated;
  if (request?.kind !== 'object') return translated;
  const given = request.entries.flatMap((entry) => (entry.kind === 'property' ? [entry.name] : []));
  const { heard } = translated;
  const known = (each: readonly ReadPattern[]): ReadPattern[] =>
    each.filter(({ unless }) => unless === undefined || !given.includes(unless));
  return {
    ...translated,
    ...(patterns && { patterns: known(patterns) }),
    ...(heard && { heard: { ...heard, answer: { ...heard.answer, patterns: known(heard.answer.patterns ?? []) } } }),
  };
}

/** The functions that what is read calls, at the end of the file. Code that stands there already is not written twice. */
function helperEdits(
  facts: ModuleFacts,
  { text, writing }: SourceContext,
  { client }: Translation,
  { helpers = [] }: { readonly helpers?: readonly ReadHelper[] },
): TextEdit[] {
  const { lineBreak } = writing;
  const name = localOf(facts, { ...client, orDefault: true }) ?? client.name;
  return helpers.map(({ typed, plain }) => {
    const code = (/\.[cm]?tsx?$/i.test(facts.file) ? typed : plain)
      .replaceAll('CLIENT', name)
      .replace(/'([^']*)'/g, (_, each: string) => writing.text(each));
    const lines = code.split('\n').map((line) => line.replace(/^(?: {2})+/, (indent) => writing.indent.repeat(indent.length / 2)));
    const gap = text.endsWith('\n') ? lineBreak : lineBreak + lineBreak;
    return { range: { start: text.length, end: text.length }, newText: gap + lines.join(lineBreak) + lineBreak };
  });
}

/** What the target lacks of what requests ask for once they are translated. */
export function lackingOf({ target }: PlanContext, ...found: readonly Found[]): string | null {
  const lacking = found.flatMap(({ uses }) => [...uses]).find((feature) => lacks(target, feature));
  return lacking === undefined ? null : `${target.name} does not support ${wordsOf(lacking)}`;
}

/** What is to be known of what was found in a request: settings that are left, and what the new ones change. */
export function notesOf({ target }: PlanContext, ref: SiteRef, ...found: readonly Found[]): Note[] {
  const left = found.flatMap(({ ignored }) => ignored);
  const changed = found.flatMap(({ uses }) => [...uses]).flatMap((feature) => factOf(feature)?.changesResults ?? []);
  return [
    ...left.map(({ name, changes }): Note => {
      return changes === undefined ? { ref, reason: `${target.name} ignores \`${name}\`` } : { ref, reason: changes, changesResults: true };
    }),
    ...[...new Set(changed)].map((reason): Note => ({ ref, reason, changesResults: true })),
  ];
}

/** Code of a request that names what is left. */
export function goneOf({ ignored, gone }: Found): TextRange[] {
  return [...ignored.map(({ range }) => range), ...gone];
}

/** The calls of a group in a file: what they read alone may change. */
export function callsOf(group: ClientGroup, file: string): TextRange[] {
  return group.sites.filter((each) => each.file === file).map(({ site }) => site.call.range);
}
