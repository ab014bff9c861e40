/**
 * Provider names that routers and frameworks write before `:` or `/` (`openai:gpt-4o`, `azure/gpt-4o`), to vendor ids.
 * LiteLLM's provider list (litellm@1.109.1 litellm/constants.py), the AI SDK's, LangChain's, LlamaIndex's and
 * Pydantic AI's names, and the provider names of models.dev.
 */
const names: Readonly<Record<string, string>> = {
  openai: 'openai openai-chat openai-responses text-completion-openai',
  'azure-openai': 'azure azure-openai azure_openai',
  'azure-ai': 'azure_ai azure-ai azure_ai_inference',
  anthropic: 'anthropic anthropic-messages anthropic_text',
  google:
    'google google-gla google-genai google_genai google-generative-ai google-vertex google_vertexai google-vertexai ' +
    'google-vertexai-web google-anthropic-vertex google_anthropic_vertex vertex vertexai vertex_ai vertex-ai vertex_ai_beta gemini ' +
    'googleai google-ai-studio palm',
  bedrock: 'bedrock bedrock_converse bedrock-converse bedrock_mantle amazon-bedrock amazon_bedrock aws aws-bedrock',
  mistral: 'mistral mistralai codestral text-completion-codestral',
  cohere: 'cohere cohere_chat',
  xai: 'xai x-ai grok',
  perplexity: 'perplexity',
  deepseek: 'deepseek',
  groq: 'groq',
  together: 'together together_ai togetherai together-ai',
  fireworks: 'fireworks fireworks_ai fireworks-ai',
  openrouter: 'openrouter',
  replicate: 'replicate',
  huggingface: 'huggingface hf',
  ollama: 'ollama ollama_chat',
  'ollama-cloud': 'ollama-cloud',
  vllm: 'vllm hosted_vllm',
  lmstudio: 'lmstudio lm_studio lm-studio',
  'llama.cpp': 'llama.cpp llamacpp llama-cpp llamafile',
  sglang: 'sglang',
  litellm: 'litellm litellm_proxy',
  cerebras: 'cerebras',
  sambanova: 'sambanova',
  nvidia: 'nvidia nvidia_nim',
  nebius: 'nebius',
  novita: 'novita',
  deepinfra: 'deepinfra',
  hyperbolic: 'hyperbolic',
  anyscale: 'anyscale',
  databricks: 'databricks',
  watsonx: 'watsonx watsonx_text',
  'github-models': 'github github-models github_models',
  copilot: 'github_copilot github-copilot copilot',
  cloudflare: 'cloudflare workers-ai cloudflare-workers-ai',
  moonshot: 'moonshot moonshotai',
  zhipu: 'zhipu zhipuai zai z-ai',
  minimax: 'minimax',
  alibaba: 'dashscope alibaba',
  volcengine: 'volcengine',
  ai21: 'ai21 ai21_chat',
  voyage: 'voyage voyageai',
  jina: 'jina jina_ai',
  elevenlabs: 'elevenlabs',
  deepgram: 'deepgram',
  'vercel-gateway': 'vercel vercel_ai_gateway gateway ai-gateway',
  'cloudflare-gateway': 'cloudflare-ai-gateway cloudflare-gateway',
  helicone: 'helicone',
  portkey: 'portkey',
  aimlapi: 'aiml aimlapi',
  siliconflow: 'siliconflow',
  baseten: 'baseten',
  morph: 'morph',
  stability: 'stability',
};

/** Every router's provider names to vendor ids. */
export const routerVendors: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(names).flatMap(([vendor, list]) => list.split(' ').map((name) => [name, vendor] as const)),
);

const vendors = new Map(Object.entries(routerVendors));

/** The vendor id a router's provider name (lower case) stands for, null when it is none. */
export function vendorOfRouter(name: string): string | null {
  return vendors.get(name) ?? null;
}
