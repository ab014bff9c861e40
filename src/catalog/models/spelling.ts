/** A model id read apart: the many ways vendors, gateways and routers write the same id. */
export interface Spelling {
  /** Names that denote exactly this model, the most specific first, lower case. Empty when the text names no model. */
  readonly names: readonly string[];
  /** Names of the family with dates, sizes and channels cut off; they say whose it is, not which. */
  readonly families: readonly string[];
  /** A fine-tune trained at the vendor (`ft:…`, `tunedModels/…`): its weights stay there whatever the base's are. */
  readonly fineTuned: boolean;
}

const nothing: Spelling = { names: [], families: [], fineTuned: false };

/** Provider names that routers write before `:` or `/` (`openai:gpt-4o`, `azure/gpt-4o`); a tag behind `:` is none of these. */
const routers = new Set(
  (
    'openai azure azure-openai azure_openai azure_ai azure-ai openai-chat openai-responses openai-compatible openai_compatible ' +
    'text-completion-openai anthropic anthropic-messages google google-gla google-genai google_genai google-generative-ai google-vertex ' +
    'google_vertexai google-vertexai google-vertexai-web google-anthropic-vertex vertex_ai vertex-ai vertexai vertex vertex_ai_beta ' +
    'gemini googleai google-ai-studio bedrock bedrock_converse bedrock-converse amazon-bedrock amazon_bedrock aws sagemaker mistral ' +
    'mistralai cohere cohere_chat xai x-ai grok perplexity deepseek groq together together_ai togetherai together-ai fireworks ' +
    'fireworks_ai fireworks-ai openrouter replicate huggingface hf ollama ollama_chat ollama-cloud vllm hosted_vllm lmstudio lm_studio ' +
    'llamafile llamacpp llama.cpp sglang xinference litellm litellm_proxy cerebras sambanova nvidia nvidia_nim nebius novita deepinfra ' +
    'hyperbolic anyscale databricks watsonx github github_copilot github-copilot github-models copilot cloudflare workers-ai moonshot ' +
    'moonshotai zhipu zhipuai zai minimax dashscope alibaba qwen volcengine ai21 ai21_chat voyage jina jina_ai elevenlabs deepgram vercel ' +
    'vercel_ai_gateway gateway ai-gateway helicone portkey aiml heroku ovhcloud siliconflow baseten morph v0 bedrock-anthropic'
  ).split(' '),
);

/** Labs as Bedrock writes them before a dot. */
const bedrockId =
  /^(?:(?:us|eu|apac|au|jp|ca|uk|us-gov|global|sa|mx|il|me|af)\.)?(anthropic|amazon|meta|mistral|cohere|ai21|stability|deepseek|openai|qwen|google|minimax|moonshot|moonshotai|nvidia|zai|writer|luma|twelvelabs|xai)\.(.+)$/;
/** Labs and hosts that some catalogs glue before the name (`databricks-claude-…`, `openai-gpt-4o`). */
const gluedLab = /^(?:anthropic|openai|google|databricks|duo-chat|azure|alicloud|xai|zai-org|z-ai|zai|moonshot|microsoft|alibaba|amazon|snowflake|cohere|xiaomi)--?(.+)$/;
const bedrockResource = /(?:foundation-model|inference-profile)\/([^/]+)$/;
const longestId = 300;

/** Reads a model id as written in code. Total: text that names no model gives no names. Never throws. */
export function readSpelling(id: string): Spelling {
  let text = id.trim().toLowerCase();
  if (text === '' || text.length > longestId || /[\s\uFFFC{}$<>]/.test(text)) return nothing;
  text = withoutRouters(text);
  if (text.startsWith('arn:')) {
    const resource = bedrockResource.exec(text)?.[1];
    if (resource === undefined) return nothing;
    text = resource;
  }
  if (text.startsWith('ft:')) return fineTune(text.slice(3));
  const segments = text.replace(/^@/, '').split('/').filter((segment) => segment !== '');
  if (text.startsWith('tunedmodels/')) return { names: ['gemini'], families: [], fineTuned: true };
  const names = new Set<string>();
  addNames(names, segments.at(-1) ?? '');
  if (segments.length > 1) names.add(`${segments.at(-2) ?? ''}-${segments.at(-1) ?? ''}`);
  // `fal-ai/kling-video/v1/standard/text-to-video`: the name stands in the middle.
  for (let index = segments.length - 2; index >= 1; index--) names.add(segments[index] ?? '');
  return { names: [...names], families: familiesOf([...names]), fineTuned: false };
}

function withoutRouters(id: string): string {
  let text = id;
  for (;;) {
    const parts = /^([a-z0-9_.-]+)([:/])(.+)$/.exec(text);
    // `qwen/qwen3-32b`: cutting an owner off does no harm, the name is in the last segment anyway.
    if (!parts?.[1] || !parts[3] || !routers.has(parts[1])) return text;
    // `mistral:7b` is an Ollama tag, `mistral:mistral-small` a route.
    if (parts[2] === ':' && /^(?:v?\d|latest$|cloud$|instruct|text|chat)/.test(parts[3])) return text;
    text = parts[3];
  }
}

/** `ft:gpt-3.5-turbo-0613:org:name:id`, Mistral's `ft:open-mistral-7b:…`. */
function fineTune(text: string): Spelling {
  const base = text.split(':')[0] ?? '';
  const names = new Set<string>();
  addNames(names, base);
  return { names: [...names], families: familiesOf([...names]), fineTuned: true };
}

/** The ways one path segment may be meant: with and without tag, version, lab prefix. */
function addNames(names: Set<string>, segment: string): void {
  const colon = segment.indexOf(':');
  let name = colon < 0 ? segment : segment.slice(0, colon);
  if (colon > 0) {
    const tag = segment.slice(colon + 1);
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
    // `deepseek.r1-v1:0` leaves the lab out of the name.
    for (const variant of [bare, bedrock[2], `${bedrock[1]}-${bare}`]) names.add(variant);
  } else {
    names.add(name);
  }
  for (const variant of [...names]) {
    // Fireworks writes the dot of a version as `p`: `llama-v3p1-70b`, `qwen3p7-plus`.
    names.add(variant.replace(/(\d)p(\d)/g, '$1.$2'));
    names.add(variant.replace(/-maas$/, ''));
    const glued = gluedLab.exec(variant)?.[1];
    if (glued) names.add(glued.replace(/^-/, ''));
  }
  for (const variant of [...names]) {
    // Anthropic's family and version stand in either order: `claude-4.5-sonnet`, `claude-sonnet-4-5`.
    const claude = /^claude-(\d(?:[.-]\d)?)-(opus|sonnet|haiku|fable)(.*)$/.exec(variant);
    if (claude) names.add(`claude-${claude[2] ?? ''}-${claude[1] ?? ''}${claude[3] ?? ''}`);
  }
}

const endings = [
  /-v\d+(?:\.\d+)?$/,
  /-(?:latest|preview|exp|experimental|free|fast|turbo|highspeed|thinking|default|beta|original|tee|fp8|fp16|bf16|nvfp4|awq|gguf|gptq|tput|lite|hf|instruct|chat|it)$/,
  /-\d{4}-\d{2}-\d{2}$/,
  /-\d{2}-\d{2,4}$/,
  /-(?:20\d{6}|2[3-9]\d{4}|\d{4}|00\d)$/,
];

/** Cuts dates and channels off, one after the other. */
function familiesOf(names: readonly string[]): string[] {
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
