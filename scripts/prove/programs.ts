import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ambient, otherStyles, plain, shared, type Base, type ProgramFiles, type Style } from './styles';

/** A program of ours that calls a closed model. */
export interface Program {
  /** `openai/chat, shared client` */
  readonly id: string;
  readonly language: 'javascript' | 'python';
  readonly sdk: string;
  readonly surface: string;
  readonly style: Omit<Style, 'write'>;
  readonly files: ProgramFiles;
  /** What it prints when its requests are answered; `{chat}` stands for the target's chat model. */
  readonly prints: string;
  /** Packages by the folders below `node_modules` that they come from, where not from their own. */
  readonly linked?: Readonly<Record<string, string>>;
  /** Their package is not among the project's own: they are type-checked once they have left it. */
  readonly foreign?: true;
  /** Words of the reason for which a target is refused, by target id. */
  readonly refused: ReadonlyMap<string, string>;
}

type SdkRow = Omit<Base, 'text' | 'client' | 'construction'> & {
  readonly folder: string;
  readonly styled: string;
  /** Its programs use a provider that the package has made, and no client of their own. */
  readonly readyMade?: true;
  /** Packages that its programs get from the folder of another one: those that come with it, where the project itself has others. */
  readonly linked?: Readonly<Record<string, string>>;
  /** The package is not among the project's own. */
  readonly foreign?: true;
  /** The programs whose models the environment file moves, where the SDK makes no client that does it in the style of others. */
  readonly ambient?: readonly string[];
  /** Its programs have a manifest with these dependencies. */
  readonly dependencies?: Readonly<Record<string, string>>;
};

/** The SDKs with programs in `test/fixtures/prove/<folder>`; `styled` is the one that is written in every style. */
const sdks: readonly SdkRow[] = [
  {
    folder: 'openai',
    styled: 'chat',
    name: 'OpenAI',
    package: 'openai',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
  },
  {
    folder: 'openai-options',
    styled: '',
    name: 'OpenAI',
    package: 'openai',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
    readyMade: true,
  },
  {
    folder: 'openai-azure',
    styled: '',
    name: 'AzureOpenAI',
    package: 'openai',
    keyVariable: 'AZURE_OPENAI_API_KEY',
    vendorUrl: 'https://desk.openai.azure.com',
    readyMade: true,
  },
  {
    folder: 'anthropic',
    styled: 'messages',
    name: 'Anthropic',
    package: '@anthropic-ai/sdk',
    keyVariable: 'ANTHROPIC_API_KEY',
    vendorUrl: 'https://api.anthropic.com',
    dependencies: { '@anthropic-ai/sdk': '^1.13.0' },
  },
  {
    folder: 'anthropic-bedrock',
    styled: '',
    name: 'AnthropicBedrock',
    package: '@anthropic-ai/bedrock-sdk',
    keyVariable: 'AWS_BEARER_TOKEN_BEDROCK',
    vendorUrl: 'https://bedrock-runtime.us-east-1.amazonaws.com',
    readyMade: true,
    foreign: true,
    dependencies: { '@anthropic-ai/bedrock-sdk': '^1.1.3' },
  },
  {
    folder: 'anthropic-vertex',
    styled: '',
    name: 'AnthropicVertex',
    package: '@anthropic-ai/vertex-sdk',
    keyVariable: 'ANTHROPIC_VERTEX_PROJECT_ID',
    vendorUrl: 'https://aiplatform.googleapis.com/v1',
    readyMade: true,
    foreign: true,
    dependencies: { '@anthropic-ai/vertex-sdk': '^1.1.3' },
  },
  // Raw requests and wrapped clients stand with the SDK whose protocol they speak.
  {
    folder: 'openai-http',
    styled: '',
    name: 'fetch',
    package: 'openai',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
    readyMade: true,
  },
  {
    folder: 'anthropic-http',
    styled: '',
    name: 'fetch',
    package: '@anthropic-ai/sdk',
    keyVariable: 'ANTHROPIC_API_KEY',
    vendorUrl: 'https://api.anthropic.com',
    readyMade: true,
  },
  {
    folder: 'ai-sdk-openai',
    styled: 'text',
    name: 'openai',
    package: '@ai-sdk/openai',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
    readyMade: true,
    ambient: ['object', 'embeddings'],
    dependencies: { '@ai-sdk/openai': '^3.0.0', ai: '^6.0.0' },
  },
  {
    folder: 'ai-sdk-anthropic',
    styled: 'text',
    name: 'anthropic',
    package: '@ai-sdk/anthropic',
    keyVariable: 'ANTHROPIC_API_KEY',
    vendorUrl: 'https://api.anthropic.com/v1',
    readyMade: true,
    dependencies: { '@ai-sdk/anthropic': '^3.0.0', ai: '^6.0.0' },
  },
  {
    folder: 'ai-sdk-google',
    styled: 'text',
    name: 'google',
    package: '@ai-sdk/google',
    keyVariable: 'GOOGLE_GENERATIVE_AI_API_KEY',
    vendorUrl: 'https://generativelanguage.googleapis.com/v1beta',
    readyMade: true,
    dependencies: { '@ai-sdk/google': '^3.0.0', ai: '^6.0.0' },
  },
  {
    folder: 'ai-sdk-gateway',
    styled: 'text',
    name: 'gateway',
    package: 'ai',
    keyVariable: 'AI_GATEWAY_API_KEY',
    vendorUrl: 'https://ai-gateway.vercel.sh',
    readyMade: true,
    dependencies: { ai: '^6.0.0' },
  },
  {
    folder: 'ai-sdk-registry',
    styled: '',
    name: 'openai',
    package: '@ai-sdk/openai',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
    readyMade: true,
    dependencies: { '@ai-sdk/anthropic': '^3.0.0', '@ai-sdk/openai': '^3.0.0', ai: '^6.0.0' },
  },
  {
    folder: 'genai',
    styled: 'text',
    name: 'GoogleGenAI',
    package: '@google/genai',
    keyVariable: 'GEMINI_API_KEY',
    vendorUrl: 'https://generativelanguage.googleapis.com',
    // A client that is shared with other files stays.
    readyMade: true,
    dependencies: { '@google/genai': '^3.3.0' },
  },
  {
    folder: 'generative-ai',
    styled: 'text',
    name: 'GoogleGenerativeAI',
    package: '@google/generative-ai',
    keyVariable: 'GEMINI_API_KEY',
    vendorUrl: 'https://generativelanguage.googleapis.com',
    // A client that is shared with other files stays.
    readyMade: true,
    dependencies: { '@google/generative-ai': '^0.24.1' },
  },
  {
    folder: 'vertexai',
    styled: 'text',
    name: 'VertexAI',
    package: '@google-cloud/vertexai',
    keyVariable: 'GOOGLE_CLOUD_PROJECT',
    vendorUrl: 'https://us-central1-aiplatform.googleapis.com',
    readyMade: true,
    dependencies: { '@google-cloud/vertexai': '^1.12.0' },
  },
  {
    folder: 'mistral',
    styled: 'chat',
    name: 'Mistral',
    package: '@mistralai/mistralai',
    keyVariable: 'MISTRAL_API_KEY',
    vendorUrl: 'https://api.mistral.ai',
    // A client that is shared with other files stays.
    readyMade: true,
    dependencies: { '@mistralai/mistralai': '^2.7.0' },
  },
  {
    folder: 'bedrock',
    styled: '',
    name: 'BedrockRuntimeClient',
    package: '@aws-sdk/client-bedrock-runtime',
    keyVariable: 'AWS_BEARER_TOKEN_BEDROCK',
    vendorUrl: 'https://bedrock-runtime.us-east-1.amazonaws.com',
    readyMade: true,
    foreign: true,
    dependencies: { '@aws-sdk/client-bedrock-runtime': '^3.1164.0' },
  },
  {
    folder: 'openai-agents',
    styled: 'run',
    name: 'Agent',
    package: '@openai/agents',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
    readyMade: true,
    linked: { openai: '@openai/agents-openai/node_modules/openai' },
    dependencies: { '@openai/agents': '^0.20.0' },
  },
  {
    folder: 'langchain-openai',
    styled: 'chat',
    name: 'ChatOpenAI',
    package: '@langchain/openai',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
    readyMade: true,
    ambient: ['chat', 'embeddings', 'stream', 'tools', 'responses'],
  },
  {
    folder: 'langchain-anthropic',
    styled: 'chat',
    name: 'ChatAnthropic',
    package: '@langchain/anthropic',
    keyVariable: 'ANTHROPIC_API_KEY',
    vendorUrl: 'https://api.anthropic.com',
    readyMade: true,
    dependencies: { '@langchain/anthropic': '^1.5.0', '@langchain/core': '^1.2.0' },
    ambient: ['chat', 'stream', 'tools'],
  },
  {
    folder: 'langchain-azure',
    styled: '',
    name: 'AzureChatOpenAI',
    package: '@langchain/openai',
    keyVariable: 'AZURE_OPENAI_API_KEY',
    vendorUrl: 'https://desk.openai.azure.com',
    readyMade: true,
  },
  {
    folder: 'langchain-agents',
    styled: 'agent',
    name: 'createAgent',
    package: 'langchain',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
    readyMade: true,
    dependencies: { '@langchain/core': '^1.2.0', langchain: '^1.5.0' },
  },
  {
    folder: 'langchain-by-name',
    styled: 'chat',
    name: 'initChatModel',
    package: 'langchain',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
    readyMade: true,
    dependencies: { langchain: '^1.5.0' },
  },
  {
    folder: 'llamaindex-openai',
    styled: 'chat',
    name: 'OpenAI',
    package: '@llamaindex/openai',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
    readyMade: true,
    linked: { openai: '@llamaindex/openai/node_modules/openai' },
  },
  {
    folder: 'llamaindex-anthropic',
    styled: '',
    name: 'Anthropic',
    package: '@llamaindex/anthropic',
    keyVariable: 'ANTHROPIC_API_KEY',
    vendorUrl: 'https://api.anthropic.com',
    readyMade: true,
    foreign: true,
    dependencies: { '@llamaindex/anthropic': '^0.3.27', '@llamaindex/openai': '^0.4.22' },
  },
  {
    folder: 'llamaindex-azure',
    styled: '',
    name: 'AzureOpenAI',
    package: '@llamaindex/azure',
    keyVariable: 'AZURE_OPENAI_KEY',
    vendorUrl: 'https://desk.openai.azure.com',
    readyMade: true,
    foreign: true,
    dependencies: { '@llamaindex/azure': '^0.1.33', '@llamaindex/openai': '^0.4.22' },
  },
  {
    folder: 'llamaindex-google',
    styled: '',
    name: 'Gemini',
    package: '@llamaindex/google',
    keyVariable: 'GOOGLE_API_KEY',
    vendorUrl: 'https://generativelanguage.googleapis.com',
    readyMade: true,
    foreign: true,
    dependencies: { '@llamaindex/google': '^0.4.0', '@llamaindex/openai': '^0.4.22' },
  },
  {
    folder: 'instructor',
    styled: '',
    name: 'Instructor',
    package: 'openai',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
    readyMade: true,
  },
];

/** All programs: each surface plain and with a shared client, one of each SDK in every other style. */
export function loadPrograms(folder: string): readonly Program[] {
  return sdks.flatMap((sdk) =>
    readdirSync(join(folder, sdk.folder)).flatMap((file) => {
      const surface = basename(file, '.ts');
      const text = readFileSync(join(folder, sdk.folder, file), 'utf8');
      const fitting = (style: Style): boolean => sdk.readyMade !== true || style.client !== true;
      const own = sdk.ambient?.includes(surface) === true ? [ambient] : [];
      const styles = [plain, shared, ...own, ...(surface === sdk.styled ? otherStyles : [])].filter(fitting);
      return styles.map((style) => programOf(sdk, surface, text, style));
    }),
  );
}

function programOf(sdk: SdkRow, surface: string, written: string, style: Style): Program {
  const id = `${sdk.folder}/${surface}, ${style.id}`;
  const construction = `new ${sdk.name}({ apiKey: process.env.${sdk.keyVariable} })`;
  const client = `const client = ${construction};`;
  const [text = '', ...others] = written.replace(/^\/\/ (?:prints|refused by \S+): .*\n/gm, '').split(/^\/\/ in (\S+):\n/m);
  if (sdk.readyMade !== true && !text.includes(`\n${client}\n`)) throw new Error(`${sdk.folder}/${surface}: no line \`${client}\``);
  return {
    id,
    language: 'javascript',
    sdk: sdk.package,
    surface,
    style,
    files: { ...style.write({ ...sdk, text, client, construction }), ...furtherFiles(others), ...manifest(sdk) },
    ...(sdk.linked && { linked: sdk.linked }),
    ...(sdk.foreign && { foreign: sdk.foreign }),
    ...notesOf(written),
  };
}

/** The files that follow a program's main one, each after a line `// in registry.ts:`; `parts`: names and texts by turns. */
function furtherFiles(parts: readonly string[]): ProgramFiles {
  return Object.fromEntries(parts.flatMap((name, at) => (at % 2 === 0 ? [[name, parts[at + 1] ?? '']] : [])));
}

/** What the comments of a program say of it: `// prints: …`, `# refused by …: …`. */
export function notesOf(written: string): Pick<Program, 'prints' | 'refused'> {
  const refused = [...written.matchAll(/^(?:\/\/|#) refused by (\S+): (.*)$/gm)].map(
    ([, target = '', words = '']) => [target, words] as const,
  );
  return { prints: /^(?:\/\/|#) prints: (.*)$/m.exec(written)?.[1] ?? '', refused: new Map(refused) };
}

function manifest({ dependencies }: SdkRow): ProgramFiles {
  return dependencies ? { 'package.json': `${JSON.stringify({ type: 'module', dependencies }, null, 2)}\n` } : {};
}
