import type { CallExpression, Expression, NameExpression } from '../../facts/expression';
import type { ModuleFacts } from '../../facts/moduleFacts';
import { alternativesOf, type CallValue } from '../../link/value';
import type { TranslatedConversation, TranslatedTurn, Translation } from '../../match/translation';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import type { ClientGroup, SiteRef } from '../clients';
import { sourceOf, type PlanContext } from '../context';
import { localOf } from '../exchange/importEdits';
import type { SourceContext } from '../options/objectEdit';
import { losesComment, withoutComments } from './comments';
import { KeptTurns, unseen, within, type KeptTurn } from './keptTurns';
import { memberOf } from './members';
import { beginningEdits, optionsCode, turnOf, type Found, type RequestPlace, type Turn } from './request';
import { Reader, resultEdits } from './result';

/** A conversation that becomes the request it asks with: its edits, and the call sites that take part in it. */
export interface ConversationPlan {
  readonly edits: readonly TextEdit[];
  /** What reading its requests brought to light. */
  readonly found: readonly Found[];
  /** Types of the package that are left. */
  readonly gone: readonly TextRange[];
  readonly turns: ReadonlySet<SiteRef>;
  /** The variable that holds the turns, or the settings of each call. */
  readonly variable: string;
  /** Variables that hold turns which begin with what it says. */
  readonly begun: readonly string[];
  readonly becomes: ReadonlySet<string>;
}

type Refused = { readonly obstacle: string; readonly at: SiteRef };

const beginning =
  /(?:^|[^\p{ID_Continue}$.])(export\s+)?const\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*(:\s*[\p{ID_Start}$_][\p{ID_Continue}$.]*)?\s*=\s*(?:await\s+)?$/u;
const unread = 'its model is used in a way that is not rewritten';
const replacing = 'its settings take the place of all that its conversation was begun with';
const calling = 'its turns are kept by the SDK, and functions are asked for in them';

/** The conversation that a call site begins; null for other call sites. */
export function planConversation(
  context: PlanContext,
  ref: SiteRef,
  group: ClientGroup,
  translation: Translation,
): ConversationPlan | Refused | null {
  const facts = context.analyses.graph.load(ref.file);
  const source = facts && sourceOf(context, facts);
  const [matched, ...others] = ref.site.matched;
  if (!facts || !source || !matched) return null;
  const found = memberOf(source.text, matched, translation.conversations ?? {});
  if (!found) return null;
  if (others.length > 0) return { obstacle: 'what it is is not decided', at: ref };
  const planned = new Conversation(context, facts, source, ref, group, found, translation).plan();
  if ('obstacle' in planned || !losesComment(facts, source.text, planned.edits)) return planned;
  return { obstacle: 'a comment stands in what is written anew', at: ref };
}

class Conversation {
  readonly #edits: TextEdit[] = [];
  readonly #found: Found[] = [];
  readonly #gone: TextRange[] = [];
  readonly #turns = new Set<SiteRef>();
  readonly #becomes = new Set<string>();
  readonly #begun: string[] = [];
  readonly #kept: KeptTurns;
  /** It begins with messages: how to answer, or turns so far. */
  #isTold = false;

  constructor(
    private readonly context: PlanContext,
    private readonly facts: ModuleFacts,
    private readonly source: SourceContext,
    private readonly ref: SiteRef,
    private readonly group: ClientGroup,
    private readonly found: { readonly call: TranslatedConversation; readonly owner: Expression },
    private readonly translation: Translation,
  ) {
    this.#kept = new KeptTurns(facts, source);
  }

  plan(): ConversationPlan | Refused {
    const { call } = this.ref.site;
    const { text } = this.source;
    const kept = beginning.exec(text.slice(0, call.range.start));
    const [, exported, variable, type] = kept ?? [];
    const { owner } = this.found;
    if (!kept || variable === undefined || exported !== undefined || owner.kind !== 'name') return this.#refusal(this.#unseen());
    const begun = beginningEdits(this.#place(), this.#callOf(this.ref), this.found.call.begun);
    if ('obstacle' in begun) return this.#refusal(begun.obstacle);
    const [object] = call.arguments.positional;
    if (!object) return this.#refusal(unseen);
    const named = text.lastIndexOf(variable, call.range.start - 1);
    const nameEnd = kept.index + kept[0].indexOf(variable, kept[0].search(/const\s/) + 'const'.length) + variable.length;
    if (named < 0) return this.#refusal(unseen);
    this.#edits.push({ range: { start: nameEnd, end: object.range.start }, newText: `${this.#annotation()} = ` }, ...begun.edits, {
      range: { start: object.range.end, end: call.range.end },
      newText: '',
    });
    if (type !== undefined) this.#gone.push({ start: nameEnd, end: call.range.start });
    this.#found.push(begun);
    this.#isTold = begun.edits.some(({ newText }) => /\bmessages: \[\S/.test(newText) && !/\bmessages: \[\]/.test(newText));
    return this.#followed(variable, owner.name, call.range.end);
  }

  /** What is asked of the object under a name. `end`: where the code ends that gives it. */
  #followed(variable: string, client: string, end: number): ConversationPlan | Refused {
    const reads = Reader.named(
      this.facts,
      this.source.text,
      variable,
      (definitions) => definitions.length === 1 && definitions[0]?.end === end,
    );
    if (!reads) return this.#refusal(unseen);
    for (const read of reads) {
      const ref = this.group.sites.find(({ file, site }) => file === this.ref.file && rootOf(site.call.callee)?.range.start === read.start);
      const obstacle = ref ? this.#turn(ref, variable, client) : (this.#beginning(read, variable, client) ?? this.#history(read));
      if (typeof obstacle === 'object' && obstacle !== null) return obstacle;
      if (typeof obstacle === 'string' && obstacle !== '') return { obstacle, at: ref ?? this.ref };
    }
    return {
      edits: this.#edits,
      found: this.#found,
      gone: this.#gone,
      turns: this.#turns,
      variable,
      begun: this.#begun,
      becomes: this.#becomes,
    };
  }

  /** A conversation that begins with what this object says; null where another thing is read of it. An empty text: it is planned. */
  #beginning({ start }: TextRange, variable: string, client: string): string | Refused | null {
    const call = this.facts.calls.find(({ callee }) => callee.kind === 'member' && callee.object.range.start === start);
    const member = call?.callee.kind === 'member' && typeof call.callee.property === 'string' ? call.callee.property : '';
    const conversation = this.found.call.begins?.[member];
    if (!call || !conversation) return null;
    const found = { call: conversation, owner: this.found.owner };
    const begun = new Conversation(this.context, this.facts, this.source, this.ref, this.group, found, this.translation);
    const planned = begun.#continued(call, { variable, client, isTold: this.#isTold, hasSettings: this.#hasSettings() });
    if ('obstacle' in planned) return planned;
    this.#edits.push(...planned.edits);
    this.#found.push(...planned.found);
    for (const turn of planned.turns) this.#turns.add(turn);
    for (const each of planned.becomes) this.#becomes.add(each);
    this.#begun.push(planned.variable);
    return '';
  }

  /** A conversation with all that another object says, and its own turns so far. */
  #continued(call: CallExpression, { variable: outer, client, isTold, hasSettings }: Outer): ConversationPlan | Refused {
    const { text, writing } = this.source;
    const kept = beginning.exec(text.slice(0, call.range.start));
    const [whole = '', exported, variable] = kept ?? [];
    const own = alternativesOf(this.context.analyses.linker.evaluate(call, this.context.analyses.linker.root(this.facts)));
    const value = own.find((each): each is CallValue => each.kind === 'call' && each.expression === call);
    if (!kept || !value || variable === undefined || exported !== undefined) return this.#refusal(unseen);
    const read = turnOf(this.#place(), value, this.found.call.begun);
    if ('obstacle' in read) return this.#refusal(read.obstacle);
    const { messages, settings, options } = read.turn;
    if (settings && hasSettings) return this.#refusal(replacing);
    if (settings?.some(({ name }) => name === 'tools') === true) return this.#refusal(calling);
    if (options.length > 0) return this.#refusal(unseen);
    const entries = [
      `...${outer}`,
      `messages: [${[...(isTold ? [`...${outer}.messages`] : []), ...messages].join(', ')}]`,
      ...(settings ?? []).map(({ name, value: code }) => `${name}: ${code}`),
    ];
    const named = kept.index + whole.search(/const\s/);
    this.#found.push(read.turn);
    this.#edits.push({
      range: { start: named, end: call.range.end },
      newText: `const ${variable}${this.#annotation()} = {${writing.padding}${entries.join(', ')}${writing.padding}}`,
    });
    return this.#followed(variable, client, call.range.end);
  }

  #place(): RequestPlace {
    const within = this.group.sites.filter(({ file }) => file === this.ref.file).map(({ site }) => site.call.range);
    return { linker: this.context.analyses.linker, facts: this.facts, source: this.source, within };
  }

  #unseen(): string {
    return this.found.call.turns === undefined ? unread : unseen;
  }

  #refusal(obstacle: string): Refused {
    return { obstacle, at: this.ref };
  }

  #callOf(ref: SiteRef): Parameters<typeof beginningEdits>[1] {
    const [matched] = ref.site.matched;
    if (!matched) throw new Error('a call site is matched by something');
    return matched.call;
  }

  /** Texts among the settings are of certain kinds only, which the type of a request tells. */
  #annotation(): string {
    if (!/\.[cm]?tsx?$/i.test(this.facts.file)) return '';
    const { client } = this.translation;
    const name = localOf(this.facts, { ...client, orDefault: true }) ?? client.name;
    return `: ${name}.${this.found.call.begun.becomes}`;
  }

  /** The turns so far, which only a log may show: they are in another form. */
  #history(read: TextRange): string | null {
    const { text } = this.source;
    if (this.found.call.turns === undefined) return unread;
    const member = new RegExp(String.raw`^\s*\.\s*${this.found.call.turns}\(\s*(?:true|false)?\s*\)`).exec(text.slice(read.end));
    const line = text.slice(text.lastIndexOf('\n', read.start) + 1, read.start);
    if (!member || !/\bconsole\.\w+\([^;]*$/.test(line)) return unseen;
    this.#edits.push({ range: { start: read.end, end: read.end + member[0].length }, newText: '.messages' });
    return null;
  }

  #turn(ref: SiteRef, variable: string, client: string): string | null {
    const { callee, range } = ref.site.call;
    const turn = callee.kind === 'member' && typeof callee.property === 'string' ? this.found.call.asked[callee.property] : undefined;
    if (!turn || callee.kind !== 'member' || callee.object.kind !== 'name') return this.#unseen();
    const read = turnOf(this.#place(), this.#callOf(ref), turn.call);
    if ('obstacle' in read) return read.obstacle;
    if (turn.kept !== undefined && read.turn.messages.length > 1) return `its \`${turn.call.messages}\` is more than one turn`;
    if (read.turn.settings && this.#hasSettings()) return replacing;
    if (turn.kept === undefined) return this.#askedOnce(ref, turn, read.turn, { variable, client });
    const statement = this.facts.statementAround?.(range);
    const awaited = /\bawait\s+$/.exec(this.source.text.slice(0, range.start));
    if (!awaited) return 'its answer is not awaited where it is asked for';
    if (!statement?.listed) return within;
    this.#turns.add(ref);
    this.#becomes.add(turn.call.becomes);
    this.#found.push(read.turn);
    // The request's type is that of a whole answer.
    const own = [...(read.turn.settings ?? []), ...(turn.call.stream === true ? [{ name: 'stream', value: 'true' }] : [])];
    const settings = own.map(({ name, value }) => `, ${name}: ${value}`).join('');
    const { padding } = this.source.writing;
    const beside = read.turn.options.length > 0 ? `, ${optionsCode(this.source, read.turn.options)}` : '';
    const asked = `${client}.${turn.call.becomes}(${settings === '' ? variable : `{${padding}...${variable}${settings}${padding}}`}${beside})`;
    const whole = { start: awaited.index, end: range.end };
    const place: KeptTurn = { variable, statement, whole, asked, message: read.turn.message, turn };
    const edits = turn.call.stream === true ? this.#kept.streamed(place, range) : this.#kept.answered(place, range, this.#answersOf(turn));
    if (typeof edits === 'string') return edits;
    this.#edits.push(...edits);
    return null;
  }

  /** A call by itself: with what its object was made with, and nothing of others. */
  #askedOnce(
    ref: SiteRef,
    { call }: TranslatedTurn,
    turn: Turn,
    { variable, client }: { variable: string; client: string },
  ): string | null {
    const result = resultEdits(this.facts, withoutComments(this.facts, this.source.text), ref.site.call, call);
    if ('obstacle' in result) return result.obstacle;
    if ((result.helpers ?? []).length > 0) return unread;
    const { padding } = this.source.writing;
    const before = this.#isTold ? [`...${variable}.messages`] : [];
    const own = [...(turn.settings ?? []), ...(call.stream === true ? [{ name: 'stream', value: 'true' }] : [])];
    const entries = [
      `...${variable}`,
      `messages: [${[...before, ...turn.messages].join(', ')}]`,
      ...own.map(({ name, value }) => `${name}: ${value}`),
    ];
    const beside = turn.options.length > 0 ? `, ${optionsCode(this.source, turn.options)}` : '';
    this.#turns.add(ref);
    this.#becomes.add(call.becomes);
    this.#found.push(turn);
    const newText = `${client}.${call.becomes}({${padding}${entries.join(', ')}${padding}}${beside})`;
    this.#edits.push(...result.edits, { range: ref.site.call.range, newText });
    return null;
  }

  #hasSettings(): boolean {
    const [object] = this.ref.site.call.arguments.positional;
    return (
      object?.kind === 'object' &&
      object.entries.some((entry) => entry.kind === 'property' && entry.name === this.found.call.begun.settings)
    );
  }

  /** Where the same is answered: the ends of all calls of the same member. */
  #answersOf(turn: TranslatedTurn): ReadonlySet<number> {
    const same = this.group.sites.filter(({ file, site: { call } }) => {
      const { callee } = call;
      const member = callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : '';
      return file === this.ref.file && this.found.call.asked[member] === turn;
    });
    return new Set(same.map(({ site }) => site.call.range.end));
  }
}

/** The object that a conversation continues. */
interface Outer {
  readonly variable: string;
  readonly client: string;
  /** It begins with messages. */
  readonly isTold: boolean;
  readonly hasSettings: boolean;
}

function rootOf(expression: Expression): NameExpression | null {
  if (expression.kind === 'member') return rootOf(expression.object);
  return expression.kind === 'name' ? expression : null;
}
