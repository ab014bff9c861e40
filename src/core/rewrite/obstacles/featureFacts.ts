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

/** What a feature is called where the exchange of its client's package loses it. */
export function lostFeature(feature: string): string {
  return `lost${optionMark}${feature}`;
}
