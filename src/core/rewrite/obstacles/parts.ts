import type { Linker } from '../../link/linker';
import { alternativesOf, type ObjectValue, type Value } from '../../link/value';
import { entryValue, lookUp, visitObjects } from '../options/objects';

/**
 * What a part of a message asks for that carries a file with its media type (`{ type: 'file', mediaType: 'image/png', data }`, the AI
 * SDK's form); null for other objects.
 */
export function filePartFeature(linker: Linker, object: ObjectValue): 'vision' | 'audio_input' | 'documents' | 'uploaded_files' | null {
  if (!textsAt(linker, object, 'type').includes('file')) return null;
  const media = [...textsAt(linker, object, 'mediaType'), ...textsAt(linker, object, 'mimeType')];
  if (dataOf(linker, object).some((data) => isKeptByVendor(linker, data))) return 'uploaded_files';
  const isOf = (kind: string): boolean => media.length > 0 && media.every((each) => each === kind || each.startsWith(`${kind}/`));
  return isOf('image') ? 'vision' : isOf('audio') ? 'audio_input' : 'documents';
}

/**
 * True for a picture that such a part, or one of type `image`, gives by an address.
 * @param file what {@link filePartFeature} says of it
 */
export function isRemotePart(linker: Linker, object: ObjectValue, file: ReturnType<typeof filePartFeature>): boolean {
  const isImage = file === 'vision' || textsAt(linker, object, 'type').includes('image');
  return isImage && dataOf(linker, object).some((data) => isAddress(data));
}

/** Messages that are the request itself: a list of them, of objects or made by classes (`[new HumanMessage({ content })]`). */
export function listedMessages(linker: Linker, request: Value): readonly Value[] {
  return alternativesOf(request).flatMap((list) => {
    if (list.kind !== 'array') return [];
    return list.elements.flatMap((element) =>
      alternativesOf(linker.evaluate(element, list.frame)).flatMap((each) => optionsOf(linker, each)),
    );
  });
}

/** Types of what a tool can answer with besides text and JSON. */
const mediaTypes: ReadonlySet<string> = new Set([
  'media',
  'file',
  'file-data',
  'file-url',
  'file-id',
  'image-data',
  'image-url',
  'image-file-id',
]);

/** Functions by which the AI SDK's tools say what a model is shown of their answers. */
const outputFunctions = ['toModelOutput', 'experimental_toToolResultContent'] as const;

/** True for a tool that shows the model pictures or files: servers of chat completions take text from tools alone. */
export function showsMedia(linker: Linker, tool: Value): boolean {
  return optionsOf(linker, tool).some((options) =>
    outputFunctions
      .flatMap((name) => lookUp(linker, options, name).found)
      .flatMap((found) => alternativesOf(entryValue(linker, found)))
      .some((made) => made.kind === 'function' && made.fact.returns.some((each) => holdsMedia(linker, linker.evaluate(each, made.frame)))),
  );
}

/** The objects that say what a tool is: itself, or what it is made of (`tool({ … })`). */
export function optionsOf(linker: Linker, tool: Value): readonly Value[] {
  return alternativesOf(tool).flatMap((each) => {
    const given = each.kind === 'call' ? linker.positional(each.arguments, 0) : each;
    return given ? alternativesOf(given) : [];
  });
}

function holdsMedia(linker: Linker, value: Value): boolean {
  let held = false;
  visitObjects(linker, value, (object) => {
    if (textsAt(linker, object, 'type').some((type) => mediaTypes.has(type))) held = true;
  });
  return held;
}

/** A file's content; where it is an object (`{ type: 'url', url }`) also what that holds. */
function dataOf(linker: Linker, object: ObjectValue): readonly Value[] {
  const given = ['data', 'image'].flatMap((name) => valuesAt(linker, object, name));
  return given.flatMap((each) => (each.kind === 'object' ? [each, ...valuesAt(linker, each, 'url')] : [each]));
}

/** Content that only names what the vendor keeps: an id of its own, or what an upload gave. */
function isKeptByVendor(linker: Linker, data: Value): boolean {
  if (data.kind === 'object') return textsAt(linker, data, 'type').includes('reference');
  if (data.kind === 'literal') return /^(?:file|assistant)-\w+$/.test(String(data.value));
  let root: Value = data;
  while (root.kind === 'member') root = root.object;
  return root.kind === 'call' && root.callee.kind === 'external' && root.callee.name === 'uploadFile';
}

/** `new URL(address)` is evaluated to the address. */
function isAddress(data: Value): boolean {
  const text = data.kind === 'literal' ? data.value : data.kind === 'template' ? data.parts[0] : null;
  return typeof text === 'string' && /^https?:/i.test(text);
}

function valuesAt(linker: Linker, object: Value, name: string): readonly Value[] {
  return lookUp(linker, object, name).found.flatMap((found) => alternativesOf(entryValue(linker, found)));
}

function textsAt(linker: Linker, object: Value, name: string): readonly string[] {
  return valuesAt(linker, object, name).flatMap((each) => (each.kind === 'literal' && typeof each.value === 'string' ? [each.value] : []));
}
