import { vendorOfRouter } from './routers';

/** A model id read apart: the many ways vendors, gateways and routers write the same id. */
export interface Spelling {
  /** Names that denote exactly this model, the most specific first, lower case. Empty when the text names no model. */
  readonly names: readonly string[];
  /** Vendor id of the router prefix (`azure/gpt-4o`), null without one. */
  readonly route: string | null;
  /** A fine-tune trained at the vendor (`ft:…`, `tunedModels/…`): its weights stay there whatever the base's are. */
  readonly fineTuned: boolean;
}

const nothing: Spelling = { names: [], route: null, fineTuned: false };

/** Labs as Bedrock writes them before a dot. */
const bedrockId =
  /^(?:(?:us|eu|apac|au|jp|ca|uk|us-gov|global|sa|mx|il|me|af)\.)?(anthropic|amazon|meta|mistral|cohere|ai21|stability|deepseek|openai|qwen|google|minimax|moonshot|moonshotai|nvidia|zai|writer|luma|twelvelabs|xai)\.(.+)$/;
/** Labs and hosts that some catalogs glue before the name (`databricks-claude-…`, `openai-gpt-4o`). */
const gluedLab =
  /^(?:anthropic|openai|google|databricks|duo-chat|azure|alicloud|xai|zai-org|z-ai|zai|moonshot|microsoft|alibaba|amazon|snowflake|cohere|xiaomi)--?(.+)$/;
const bedrockResource = /(?:foundation-model|inference-profile)\/([^/]+)$/;
const longestId = 300;

/** Reads a model id as written in code. Total: text that names no model gives no names. Never throws. */
export function readSpelling(id: string): Spelling {
  let text = id.trim().toLowerCase();
  if (text === '' || text.length > longestId || /[\s\uFFFC{}$<>]/.test(text)) return nothing;
  const routed = withoutRouters(text);
  const { route } = routed;
  text = routed.text;
  if (text.startsWith('arn:')) {
    const resource = bedrockResource.exec(text)?.[1];
    if (resource === undefined) return nothing;
    text = resource;
  }
  if (text.startsWith('ft:')) return { names: namesOf(text.slice(3).split(':')[0] ?? ''), route, fineTuned: true };
  if (text.startsWith('tunedmodels/')) return { names: ['gemini'], route, fineTuned: true };
  return { names: namesOf(text), route, fineTuned: false };
}

function withoutRouters(id: string): { readonly text: string; readonly route: string | null } {
  let text = id;
  let route: string | null = null;
  for (;;) {
    const parts = /^([a-z0-9_.-]+)([:/])(.+)$/.exec(text);
    const vendor = parts?.[1] === undefined ? null : vendorOfRouter(parts[1]);
    if (!parts?.[3] || vendor === null) return { text, route };
    // `mistral:7b` is an Ollama tag, `mistral:mistral-small` a route.
    if (parts[2] === ':' && /^(?:v?\d|latest$|cloud$|instruct|text|chat)/.test(parts[3])) return { text, route };
    text = parts[3];
    route ??= vendor;
  }
}

/** The names in a path: its last segment, the last two joined, then those in the middle. */
function namesOf(path: string): string[] {
  const names = new Set<string>();
  if (!path.includes('/')) {
    addNames(names, path);
    return [...names];
  }
  const segments = path.split('/').filter((segment) => segment !== '');
  const last = segments.at(-1) ?? '';
  addNames(names, last);
  const previous = segments.at(-2);
  if (previous !== undefined) names.add(`${previous.replace(/^[@~]/, '')}-${last}`);
  // `fal-ai/kling-video/v1/standard/text-to-video`: the name stands in the middle.
  for (let index = segments.length - 2; index >= 1; index--) names.add(segments[index] ?? '');
  return [...names];
}

/** The ways one path segment may be meant: with and without tag, version, lab prefix. */
function addNames(names: Set<string>, segment: string): void {
  const colon = segment.indexOf(':');
  let name = colon < 0 ? segment : segment.slice(0, colon);
  if (colon > 0) {
    // `:120b-cloud` runs at Ollama's, with the same weights.
    const tag = segment.slice(colon + 1).replace(/-cloud$/, '');
    // Ollama's size tag is part of the name; versions (`:0`, 64 hex digits) and channels (`:free`) are not.
    if (/^\d+(?:\.\d+)?b/.test(tag)) names.add(`${name}-${tag}`);
  }
  const at = name.indexOf('@');
  if (at > 0) {
    const version = name.slice(at + 1);
    name = name.slice(0, at);
    if (/^\d/.test(version)) names.add(`${name}-${version}`);
  }
  const bedrock = bedrockId.exec(name);
  if (bedrock?.[1] && bedrock[2]) {
    const bare = bedrock[2].replace(/-v\d+$/, '');
    // Before a colon `-v1` is the version of the listing (`…-v1:0`), else it may belong to the name.
    const variants = colon < 0 ? [bedrock[2], bare] : [bare, bedrock[2]];
    // `deepseek.r1-v1:0` leaves the lab out of the name.
    for (const variant of [...variants, `${bedrock[1]}-${bare}`]) names.add(variant);
  } else {
    names.add(name);
  }
  for (const variant of [...names]) addVariants(names, variant);
}

/** House spellings of single vendors. */
function addVariants(names: Set<string>, name: string): void {
  // Fireworks writes the dot of a version as `p`: `llama-v3p1-70b`, `qwen3p7-plus`.
  if (/\dp\d/.test(name)) names.add(name.replace(/(\d)p(\d)/g, '$1.$2'));
  if (name.endsWith('-maas')) names.add(name.slice(0, -'-maas'.length));
  // `qwen-3-32b` at some gateways.
  if (/^qwen-\d/.test(name)) names.add(name.replace('qwen-', 'qwen'));
  if (name.startsWith('gpt-35')) names.add(name.replace('gpt-35', 'gpt-3.5'));
  // LM Studio puts its kind before an embedding model's name: `text-embedding-nomic-embed-text-v1.5`.
  if (name.startsWith('text-embedding-')) names.add(name.slice('text-embedding-'.length));
  const glued = gluedLab.exec(name)?.[1];
  if (glued) names.add(glued);
  // Anthropic's family and version stand in either order: `claude-4.5-sonnet`, `claude-sonnet-4-5`.
  const claude = /^claude-(\d(?:[.-]\d)?)-(opus|sonnet|haiku|fable)(.*)$/.exec(glued ?? name);
  if (claude) names.add(`claude-${claude[2] ?? ''}-${claude[1] ?? ''}${claude[3] ?? ''}`);
}

const endings = [
  /-v\d+(?:\.\d+)?$/,
  /-(?:latest|preview|exp|experimental|free|fast|turbo|highspeed|thinking|default|beta|original|tee|fp8|fp16|bf16|nvfp4|awq|gguf|gptq|tput|lite|hf|instruct|chat|it)$/,
  /-\d{4}-\d{2}-\d{2}$/,
  /-\d{2}-\d{2,4}$/,
  /-(?:20\d{6}|2[3-9]\d{4}|\d{4}|00\d)$/,
];

/** Names with dates and channels cut off, one after the other; they say whose a model is, not which. */
export function familiesOf(names: readonly string[]): string[] {
  const families = new Set<string>();
  for (const name of names) {
    let rest = name;
    for (let rounds = 0; rounds < 4; rounds++) {
      const ending = endings.find((pattern) => pattern.test(rest));
      if (!ending) break;
      rest = rest.replace(ending, '');
      if (rest === '' || names.includes(rest)) break;
      families.add(rest);
    }
  }
  return [...families];
}

/** The form under which names are compared: `.` and `_` of a name are written `-` by half of the vendors. */
export function nameKey(name: string): string {
  return name.replace(/[._]/g, '-');
}
