import type { Protocol } from '../../catalog/catalog';
import type { Linker } from '../../link/linker';
import { alternativesOf, isAbsent, type ObjectValue, type Value } from '../../link/value';
import type { MatchedCall } from '../../match/matcher';
import { entryValue, lookUp, visitObjects } from '../options/objects';
import { holderValue } from '../options/optionPlace';
import { plainNames, textOf, textsOf, valuesAt } from './givenOptions';
import { filePartFeature, isRemotePart, listedMessages, optionsOf, showsMedia } from './parts';
import { providerOptions } from './providerOptions';

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

/** The features that show in what a call sends, and in the tools that it hands over. `exchanged`: another class makes its client then. */
export function contentFeatures(linker: Linker, matched: MatchedCall, exchanged: boolean): readonly string[] {
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
export function isMadeByVendor({ sdk }: MatchedCall, tool: Value): boolean {
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
