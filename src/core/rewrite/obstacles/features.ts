import type { Protocol } from '../../catalog/catalog';
import type { Linker } from '../../link/linker';
import { alternativesOf, isAbsent, type ObjectValue, type Value } from '../../link/value';
import type { Slot } from '../../match/description';
import type { MatchedCall } from '../../match/matcher';
import { entryValue, lookUp, visitObjects } from '../options/objects';
import { holderValue, optionPlace, type Holder } from '../options/optionPlace';
import { filePartFeature, isRemotePart, listedMessages, optionsOf, showsMedia } from './parts';
import { providerOptions } from './providerOptions';

/** What the planner knows of a feature of requests, by the name descriptions and target rows use. */
export interface FeatureFact {
  /** How people call it; the name itself when absent. */
  readonly words?: string;
  /** A target that lacks this one lacks the feature too. */
  readonly lackedWith?: string;
  /** Values that say what happens anyway, so that nothing is lost where the feature is ignored. */
  readonly neutral?: readonly (string | number | boolean)[];
  /** Where a target lacks it, it is ignored without a change of the answer. */
  readonly ignorable?: true;
  /** It counts only where the vendor's package makes what is given. */
  readonly onlyVendorMade?: true;
  /** A surface without which a target lacks it. */
  readonly surface?: string;
  /** No target row vouches for it. */
  readonly unknownEverywhere?: true;
  /** The code around it can do without, but not by itself: what a refusal says before the feature's words. */
  readonly byHand?: string;
  /** Answers can differ in more than wording; completes "after this rewrite …". */
  readonly changesResults?: string;
}

const structured = 'the answers must be checked: a schema is enforced in another way, or not at all';

/** The ways in which Instructor asks for structure, without one of them. */
function modesBut(mode: string): readonly string[] {
  return ['TOOLS', 'FUNCTIONS', 'JSON', 'JSON_SCHEMA', 'MD_JSON', 'THINKING_MD_JSON'].filter((each) => each !== mode);
}

/** Names not listed here are ordinary: refused where a target lacks them, silent elsewhere. */
export const featureFacts: Readonly<Record<string, FeatureFact>> = {
  tool_choice: { neutral: ['auto'] },
  named_tool_choice: {
    words: 'a tool that must be called by its name',
    lackedWith: 'tool_choice',
    neutral: ['json_schema', 'json_mode'],
  },
  mode_of_tools: { words: 'a tool that must be called by its name', lackedWith: 'named_tool_choice', neutral: modesBut('TOOLS') },
  mode_of_functions: { words: '`functions`, the older form of tools', unknownEverywhere: true, neutral: modesBut('FUNCTIONS') },
  mode_of_schemas: { words: 'a schema beside the type `json_object`', unknownEverywhere: true, neutral: modesBut('JSON_SCHEMA') },
  responses_api: { words: 'the Responses API of a LangChain model', unknownEverywhere: true, neutral: [false] },
  logprobs: { neutral: [false] },
  top_logprobs: { lackedWith: 'logprobs' },
  n: { words: 'n (several answers at once)', neutral: [1] },
  dimensions: { changesResults: 'the new model may not offer vectors of the length that is asked for' },
  user: { ignorable: true },
  metadata: { ignorable: true },
  max_completion_tokens: { words: 'max_completion_tokens (how long an answer may get)', ignorable: true },
  prediction: { words: 'predicted output', ignorable: true },
  store: { words: 'store (answers kept on the server)', neutral: [false] },
  conversation: { words: "conversations kept on the vendor's server", neutral: [false] },
  vendor_session: { words: "conversations kept on the vendor's server", unknownEverywhere: true, onlyVendorMade: true },
  background: { words: 'background requests', neutral: [false] },
  audio: { words: 'spoken answers', unknownEverywhere: true },
  functions: { words: '`functions`, the older form of tools', unknownEverywhere: true },
  fallbacks: { words: 'other models to fall back on', unknownEverywhere: true },
  responses_surface: { words: 'the Responses API', surface: 'responses', neutral: [false] },
  model_kwargs: { words: '`modelKwargs`', unknownEverywhere: true, byHand: 'it sends what the class itself does not know:' },
  chat_options: { words: '`additionalChatOptions`', unknownEverywhere: true, byHand: "it sends in the vendor's own form:" },
  handed_client: { words: 'a client that the code makes itself', unknownEverywhere: true, byHand: 'it is handed' },
  session_key: { words: "a key among the options of its model's session", unknownEverywhere: true, byHand: 'it has' },
  image_files: { words: 'pictures given as data, which LlamaIndex sends as files', unknownEverywhere: true },
  media_parts: { words: 'sound and films in messages', unknownEverywhere: true },
  tracked_responses: { words: "conversations kept on the vendor's server", unknownEverywhere: true, neutral: [false] },
  extra_fields: { words: '`model_kwargs`', unknownEverywhere: true, byHand: 'it sends what the class itself does not know:' },
  moderation: { words: 'moderation beside the answer', unknownEverywhere: true },
  multi_agent: { words: 'agents that the vendor runs', unknownEverywhere: true },
  stored_prompt: { words: "prompts stored on the vendor's server", unknownEverywhere: true },
  context_management: { words: 'conversations shortened by the server', unknownEverywhere: true },
  cached_content: { words: "content cached on the vendor's server", unknownEverywhere: true },
  media_answers: { words: 'pictures and sound in answers', unknownEverywhere: true },
  uploaded_files: { words: "files uploaded to the vendor's server", unknownEverywhere: true },
  stored_items: { words: "items stored on the vendor's server", unknownEverywhere: true },
  web_search: { words: 'web search', lackedWith: 'builtin_tools' },
  mcp_servers: { words: 'MCP servers called by the vendor', lackedWith: 'builtin_tools' },
  container: { words: 'code containers', lackedWith: 'builtin_tools' },
  builtin_tools: { words: "the vendor's built-in tools" },
  documents: { words: 'documents in messages' },
  cache_control: { words: 'cache_control (prompt caching)' },
  url_images: { words: 'images by URL' },
  thinking_budget: { words: 'a budget for thinking' },
  json_schema: { words: 'structured output', neutral: ['text'], changesResults: structured },
  output_format: { words: 'structured output', changesResults: structured },
  vision: { words: 'images', changesResults: 'the images need a model that can see' },
  audio_input: { words: 'spoken questions', changesResults: 'the recordings need a model that can hear' },
  run_model: { words: 'another model for a single run', unknownEverywhere: true, byHand: 'it names' },
  tool_form: { words: "tools in the vendor's own form", unknownEverywhere: true, byHand: 'it hands over' },
  choice_form: { words: "a choice of tools in the vendor's own form", unknownEverywhere: true, byHand: 'it hands over' },
  message_form: { words: "messages in the vendor's own form", unknownEverywhere: true, byHand: 'it hands over' },
  tool_media: { words: 'pictures and files in what tools answer', unknownEverywhere: true },
};

/** Parts the kind of a feature from what it is about: options that only a vendor's package knows, what an exchange loses. */
const optionMark = ':';

const optionFacts: Readonly<Record<string, FeatureFact>> = {
  ignored_option: { ignorable: true, unknownEverywhere: true },
  lost: { unknownEverywhere: true },
  vendor_only: { unknownEverywhere: true },
  provider_option: { unknownEverywhere: true, byHand: 'it asks for something that only the vendor knows:' },
};

/** What is known of a feature. */
export function factOf(feature: string): FeatureFact | undefined {
  const [kind = ''] = feature.split(optionMark);
  return optionFacts[kind] ?? featureFacts[feature];
}

/** How people call a feature. */
export function wordsOf(feature: string): string {
  const [kind = '', option] = feature.split(optionMark);
  if (kind === 'lost' && option !== undefined) return wordsOf(option);
  if (kind === 'vendor_only' && option !== undefined) return option;
  return optionFacts[kind] && option !== undefined ? `\`providerOptions.${option}\`` : (featureFacts[feature]?.words ?? feature);
}

const known = new WeakMap<MatchedCall, readonly string[]>();

/**
 * The features that a call visibly uses, in a fixed order. Settings at a neutral value do not count. `exchanged`: another class makes
 * its client then, and what only the present one takes is a feature as well.
 */
export function usedFeatures(linker: Linker, matched: MatchedCall, exchanged?: boolean): readonly string[] {
  const isExchanged = matched.route.exchange !== null;
  if (exchanged !== undefined && exchanged !== isExchanged) return findFeatures(linker, matched, exchanged);
  // Portability and needs are both told by them.
  let used = known.get(matched);
  if (!used) known.set(matched, (used = findFeatures(linker, matched, isExchanged)));
  return used;
}

function findFeatures(linker: Linker, matched: MatchedCall, exchanged: boolean): readonly string[] {
  const mayBeGiven = optionTest(linker, matched);
  const declared = Object.entries(matched.operation.features ?? {}).flatMap(([feature, slot]) => {
    return textsOf(slot).some((text) => mayBeGiven(text) && isGiven(linker, matched, text, featureFacts[feature])) ? [feature] : [];
  });
  const lost = matched.route.sdk.rewrite?.exchange?.loses ?? [];
  const named = choosesTool(linker, matched, ['function', 'tool', 'custom']) ? ['named_tool_choice'] : [];
  const formed = exchanged && choosesTool(linker, matched, ['tool', 'any', 'auto', 'none']) ? ['choice_form'] : [];
  const used = new Set([...declared, ...named, ...formed, ...contentFeatures(linker, matched, exchanged)]);
  return [...used].map((feature) => (lost.includes(feature) ? `lost${optionMark}${feature}` : feature));
}

/** True where a request says by an object what tool must be called: `{ type: 'function', function: { name } }`, `{ type: 'tool', name }`. */
function choosesTool(linker: Linker, matched: MatchedCall, types: readonly string[]): boolean {
  const { tool_choice: slot = [] } = matched.operation.features ?? {};
  return textsOf(slot)
    .flatMap((text) => valuesAt(linker, matched, text))
    .flatMap(alternativesOf)
    .some((choice) => choice.kind === 'object' && types.includes(textOf(linker, choice, 'type') ?? ''));
}

function textsOf(slot: Slot): readonly string[] {
  return typeof slot === 'string' ? [slot] : slot;
}

/** True when a slot is written in the code with a value that is not neutral. */
function isGiven(linker: Linker, matched: MatchedCall, slot: string, fact: FeatureFact = {}): boolean {
  const { neutral = [], onlyVendorMade = false } = fact;
  return valuesAt(linker, matched, slot).some((value) =>
    alternativesOf(value).some(
      (alternative) =>
        !isAbsent(alternative) && !isNeutral(linker, alternative, neutral) && (!onlyVendorMade || isMadeByVendor(matched, alternative)),
    ),
  );
}

/** Tells at once of most slots that nothing is written there: descriptions have dozens, and calls give few of the options. */
function optionTest(linker: Linker, matched: MatchedCall): (slot: string) => boolean {
  const given = new Map<Holder, ReadonlySet<string> | null>();
  return (slot) => {
    const { holder, path } = optionPlace(slot);
    let names = given.get(holder);
    if (names === undefined) given.set(holder, (names = plainNames(holderValue(linker, matched.call.arguments, holder))));
    return names === null || path[0] === undefined || names.has(path[0]);
  };
}

/** The names in an object literal, none of what is not given; null where other names may be in it, or it is no such object. */
function plainNames(value: Value | undefined): ReadonlySet<string> | null {
  if (value === undefined) return new Set();
  if (value.kind !== 'object') return null;
  const names = new Set<string>();
  for (const entry of value.fact.entries) {
    if (entry.kind === 'spread' || typeof entry.name !== 'string') return null;
    names.add(entry.name);
  }
  return names;
}

/** What is written in a slot. */
function valuesAt(linker: Linker, matched: MatchedCall, slot: string): readonly Value[] {
  const { holder, path } = optionPlace(slot);
  const held = holderValue(linker, matched.call.arguments, holder);
  let values: readonly Value[] = held ? [held] : [];
  for (const name of path) {
    // Most calls give few of the options that there are.
    if (values.length === 0) break;
    values = values.flatMap((value) => lookUp(linker, value, name).found.map((found) => entryValue(linker, found)));
  }
  return values;
}

/** `{ type: "text" }` is as neutral as `"text"`. */
function isNeutral(linker: Linker, value: Value, neutral: readonly (string | number | boolean)[]): boolean {
  if (value.kind === 'literal') return neutral.some((each) => each === value.value);
  const type = value.kind === 'object' ? textOf(linker, value, 'type') : null;
  return type !== null && neutral.includes(type);
}

interface ContentRow {
  readonly feature: string;
  /** Properties of the request in which to look. */
  readonly within: readonly string[];
  /** It counts only where another class makes the client then. */
  readonly exchanged?: true;
  readonly matches: (linker: Linker, part: Part) => boolean;
}

/** An object within what is sent, with what most rows ask of it. */
interface Part {
  readonly object: ObjectValue;
  readonly type: string | null;
  readonly file: ReturnType<typeof filePartFeature>;
}

function partOf(linker: Linker, object: ObjectValue): Part {
  return { object, type: textOf(linker, object, 'type'), file: filePartFeature(linker, object) };
}

const ofType =
  (...types: readonly string[]): ContentRow['matches'] =>
  (_, { type }) =>
    types.includes(type ?? '');
const having =
  (name: string): ContentRow['matches'] =>
  (linker, { object }) =>
    lookUp(linker, object, name).found.some((found) => !isAbsent(entryValue(linker, found)));

const ofFile =
  (feature: string): ContentRow['matches'] =>
  (_, { file }) =>
    file === feature;

const content = ['messages', 'input', 'system', 'prompt', 'instructions'] as const;

/** Features that show in what is sent, not in a setting of their own. */
const contentRows: readonly ContentRow[] = [
  { feature: 'message_form', within: content, exchanged: true, matches: isOfAnthropicsForm },
  { feature: 'vision', within: content, matches: ofType('image_url', 'input_image', 'image') },
  { feature: 'url_images', within: content, matches: isRemoteImage },
  { feature: 'vision', within: content, matches: ofFile('vision') },
  { feature: 'url_images', within: content, matches: (linker, { object, file }) => isRemotePart(linker, object, file) },
  { feature: 'audio_input', within: content, matches: ofType('input_audio') },
  { feature: 'audio_input', within: content, matches: ofFile('audio_input') },
  { feature: 'uploaded_files', within: content, matches: having('file_id') },
  { feature: 'uploaded_files', within: content, matches: ofFile('uploaded_files') },
  { feature: 'stored_items', within: content, matches: ofType('item_reference') },
  { feature: 'documents', within: content, matches: ofType('document', 'input_file', 'media', 'document_url') },
  { feature: 'documents', within: content, matches: ofFile('documents') },
  { feature: 'citations', within: content, matches: having('citations') },
  { feature: 'cache_control', within: [...content, 'tools'], matches: having('cache_control') },
];

/** The rows that count, and those of them for each property of a request. */
function rowsFor(exchanged: boolean): { readonly all: readonly ContentRow[]; readonly within: ReadonlyMap<string, readonly ContentRow[]> } {
  const all = contentRows.filter((row) => exchanged || row.exchanged !== true);
  const names = new Set(all.flatMap((row) => row.within));
  return { all, within: new Map([...names].map((name) => [name, all.filter((row) => row.within.includes(name))])) };
}

const ordinaryRows = rowsFor(false);
const exchangedRows = rowsFor(true);

function contentFeatures(linker: Linker, matched: MatchedCall, exchanged: boolean): readonly string[] {
  const protocol = matched.route.sdk.rewrite?.protocol;
  const bound = matched.call.arguments;
  const request = holderValue(linker, bound, bound.facts.named ? 'named' : 0);
  if (protocol === undefined || !request) return [];
  const used = new Set<string>();
  const rows = exchanged ? exchangedRows : ordinaryRows;
  const options: Value[] = [];
  const { content: sent = [] } = matched.operation;
  for (const value of textsOf(sent).flatMap((slot) => valuesAt(linker, matched, slot))) {
    visitObjects(linker, value, (object) => {
      const part = partOf(linker, object);
      for (const row of rows.all) if (row.matches(linker, part)) used.add(row.feature);
    });
  }
  const visible = (name: string): readonly Value[] => lookUp(linker, request, name).found.map((found) => entryValue(linker, found));
  const given = plainNames(request);
  for (const [name, rowsWithin] of rows.within) {
    if (given?.has(name) === false && name !== 'messages') continue;
    for (const value of [...visible(name), ...(name === 'messages' ? listedMessages(linker, request) : [])]) {
      visitObjects(linker, value, (object) => {
        const part = partOf(linker, object);
        for (const row of rowsWithin) if (row.matches(linker, part)) used.add(row.feature);
        const own = matched.sdk.partFeatures?.[part.type ?? ''];
        if (own !== undefined) used.add(own);
        options.push(...lookUp(linker, object, 'providerOptions').found.map((found) => entryValue(linker, found)));
      });
    }
  }
  // Only the tools themselves are looked at: the schemas inside have a `type` of their own.
  const { tools: slot = '0.tools' } = matched.operation.features ?? {};
  for (const tools of textsOf(slot)
    .flatMap((text) => valuesAt(linker, matched, text))
    .flatMap(alternativesOf)) {
    if (tools.kind === 'object') {
      const named = tools.fact.entries.flatMap(({ value }) => alternativesOf(linker.evaluate(value, tools.frame)));
      if (named.some(isProviderTool)) used.add('builtin_tools');
      if (named.some((tool) => showsMedia(linker, tool))) used.add('tool_media');
      const made = named.filter((tool) => !isProviderTool(tool)).flatMap((tool) => optionsOf(linker, tool));
      options.push(...made.flatMap((each) => lookUp(linker, each, 'providerOptions').found.map((found) => entryValue(linker, found))));
    }
    if (tools.kind !== 'array') continue;
    for (const element of tools.elements) {
      for (const tool of alternativesOf(linker.evaluate(element, tools.frame))) {
        const isBuiltIn =
          tool.kind === 'object' ? isBuiltInTool(linker, matched, tool, protocol) : isMadeByVendor(matched, tool) || isProviderTool(tool);
        if (isBuiltIn) used.add('builtin_tools');
        if (tool.kind === 'object' && exchanged && isOfVendorsForm(linker, tool)) used.add('tool_form');
      }
    }
  }
  const { exchange } = matched.route.sdk.rewrite ?? {};
  if (exchange) {
    options.push(...visible('providerOptions'));
    for (const feature of providerOptions(linker, options, exchange)) used.add(feature);
    // What the provider does not hand on as it is, the package fetches itself.
    if (exchange.handsOnUrls !== true) used.delete('url_images');
  }
  // Anthropic also takes it on the request itself.
  if (visible('cache_control').some((value) => !isAbsent(value))) used.add('cache_control');
  return [...used];
}

/** Tools other than functions of the program run on the vendor's side, or are shapes only the vendor's models were trained on. */
function isBuiltInTool(linker: Linker, { sdk, route }: MatchedCall, tool: ObjectValue, protocol: Protocol): boolean {
  const type = textOf(linker, tool, 'type');
  if (type !== null) return type !== (protocol === 'anthropic' ? 'custom' : 'function');
  const members = [...(sdk.vendorToolMembers ?? []), ...(route.sdk.vendorToolMembers ?? [])];
  return members.some((name) => lookUp(linker, tool, name).found.length > 0);
}

/** A function of the program's own that is described as only the vendor's API takes it: Bedrock's, Gemini's, Anthropic's. */
function isOfVendorsForm(linker: Linker, tool: ObjectValue): boolean {
  return ['toolSpec', 'functionDeclarations', 'input_schema'].some((name) => lookUp(linker, tool, name).found.length > 0);
}

/** A part of a message as only Anthropic's API takes it. */
function isOfAnthropicsForm(linker: Linker, { object, type }: Part): boolean {
  return (
    ['tool_use', 'tool_result', 'thinking'].includes(type ?? '') || (type === 'image' && lookUp(linker, object, 'source').found.length > 0)
  );
}

/** What an export of the SDK makes for the vendor's side: `webSearchTool()`, `new OpenAIConversationsSession()`. */
function isMadeByVendor({ sdk }: MatchedCall, tool: Value): boolean {
  return tool.kind === 'call' && tool.callee.kind === 'external' && sdk.vendorTools?.includes(tool.callee.name) === true;
}

/** A tool that a provider makes: `openai.tools.webSearch({})`. */
function isProviderTool(tool: Value): boolean {
  if (tool.kind !== 'call' || tool.callee.kind !== 'member') return false;
  const { object } = tool.callee;
  if (object.kind === 'external') return object.name === 'tools';
  return object.kind === 'member' && object.name === 'tools' && (object.object.kind === 'external' || object.object.kind === 'call');
}

/** An image given by an address that the server must fetch; data URLs carry the image themselves. */
function isRemoteImage(linker: Linker, { object, type }: Part): boolean {
  if (type === 'url') return textOf(linker, object, 'url') !== null;
  if (type !== 'image_url' && type !== 'input_image') return false;
  return ['image_url', 'image']
    .flatMap((name) => lookUp(linker, object, name).found)
    .flatMap((found) => alternativesOf(entryValue(linker, found)))
    .some((image) => {
      const url = image.kind === 'object' ? textOf(linker, image, 'url') : image.kind === 'literal' ? String(image.value) : null;
      return url !== null && /^https?:/i.test(url);
    });
}

function textOf(linker: Linker, object: ObjectValue, name: string): string | null {
  for (const found of lookUp(linker, object, name).found) {
    const value = entryValue(linker, found);
    if (value.kind === 'literal' && typeof value.value === 'string') return value.value;
  }
  return null;
}
