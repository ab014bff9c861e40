import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { notesOf, type Program } from '../programs';
import { pythonPlain, pythonStyles, type PythonBase, type PythonStyle } from './styles';

type SdkRow = Omit<PythonBase, 'text' | 'client' | 'construction' | 'model'> & {
  readonly styled: string;
  /** Where its programs lie, and that they make their client in a way of their own; the package's name otherwise. */
  readonly folder?: string;
  /** The module that the package brings, where it bears another name. */
  readonly module?: string;
  /** How the styled program makes its client, where that is not with the key from the environment, and the styles that leave it so. */
  readonly construction?: string;
  readonly styles?: readonly string[];
  /** Its programs have a file that requires this. */
  readonly requires?: string;
};

/** Styles of a model that reads its key from the environment. */
const modelStyles = [
  'shared client',
  'shared client of a package',
  'no options',
  'attribute of a class',
  'made by a function',
  'import in a function',
  'Windows line ends',
  'single quotes, tabs',
  'docstring and imports from the future',
  'model in a constant',
  'model in a settings class',
  'model in a configuration file',
  'model as a default argument',
  'literal endpoint',
  'endpoint from variables',
];

/** The SDKs with programs in `<folder>/<package>`; `styled` is the one that is written in every style. */
const sdks: readonly SdkRow[] = [
  { styled: 'chat', name: 'OpenAI', package: 'openai', keyVariable: 'OPENAI_API_KEY', vendorUrl: 'https://api.openai.com/v1' },
  {
    styled: '',
    folder: 'openai-azure',
    name: 'AzureOpenAI',
    package: 'openai',
    keyVariable: 'AZURE_OPENAI_API_KEY',
    vendorUrl: 'https://desk.openai.azure.com',
  },
  {
    styled: '',
    folder: 'anthropic-clouds',
    name: 'AnthropicBedrock',
    package: 'anthropic',
    keyVariable: 'AWS_BEARER_TOKEN_BEDROCK',
    vendorUrl: 'https://bedrock-runtime.us-east-1.amazonaws.com',
  },
  {
    styled: 'chat',
    folder: 'langchain-openai',
    name: 'ChatOpenAI',
    package: 'langchain-openai',
    module: 'langchain_openai',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
    construction: 'ChatOpenAI(model="gpt-4o")',
    styles: modelStyles,
  },
  {
    styled: '',
    folder: 'langchain-azure',
    name: 'AzureChatOpenAI',
    package: 'langchain-openai',
    keyVariable: 'AZURE_OPENAI_API_KEY',
    vendorUrl: 'https://desk.openai.azure.com',
  },
  {
    styled: 'chat',
    folder: 'langchain-anthropic',
    name: 'ChatAnthropic',
    package: 'langchain-anthropic',
    module: 'langchain_anthropic',
    keyVariable: 'ANTHROPIC_API_KEY',
    vendorUrl: 'https://api.anthropic.com',
    construction: 'ChatAnthropic(model_name="claude-sonnet-4-5", timeout=20, stop=None)',
    styles: ['shared client', 'made by a function', 'Windows line ends'],
    requires: 'langchain==1.5.2\nlangchain-anthropic==1.7.10\n',
  },
  {
    styled: '',
    folder: 'langchain-by-name',
    name: 'init_chat_model',
    package: 'langchain',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
  },
  {
    styled: '',
    folder: 'langchain-google',
    name: 'ChatGoogleGenerativeAI',
    package: 'langchain-google-genai',
    keyVariable: 'GOOGLE_API_KEY',
    vendorUrl: 'https://generativelanguage.googleapis.com',
    requires: 'langchain==1.5.2\nlangchain-google-genai==4.4.3\n',
  },
  {
    styled: '',
    folder: 'litellm',
    name: 'completion',
    package: 'litellm',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
  },
  { styled: '', folder: 'dspy', name: 'LM', package: 'dspy', keyVariable: 'OPENAI_API_KEY', vendorUrl: 'https://api.openai.com/v1' },
  {
    styled: '',
    folder: 'pydantic-ai',
    name: 'Agent',
    package: 'pydantic-ai',
    keyVariable: 'OPENAI_API_KEY',
    vendorUrl: 'https://api.openai.com/v1',
  },
  { styled: 'messages', name: 'Anthropic', package: 'anthropic', keyVariable: 'ANTHROPIC_API_KEY', vendorUrl: 'https://api.anthropic.com' },
];

/** All Python programs: each surface plain, one of each SDK in every other style. */
export function loadPythonPrograms(folder: string): readonly Program[] {
  return sdks.flatMap((sdk) =>
    readdirSync(join(folder, sdk.folder ?? sdk.package)).flatMap((file) => {
      const surface = basename(file, '.py');
      const text = readFileSync(join(folder, sdk.folder ?? sdk.package, file), 'utf8');
      return [pythonPlain, ...(surface === sdk.styled ? pythonStyles.filter(({ id }) => sdk.styles?.includes(id) !== false) : [])].map(
        (style) => programOf(sdk, surface, text, style),
      );
    }),
  );
}

function programOf(sdk: SdkRow, surface: string, written: string, style: PythonStyle): Program {
  const construction = sdk.construction ?? `${sdk.name}(api_key=os.environ["${sdk.keyVariable}"])`;
  const client = `client = ${construction}`;
  const text = written.replace(/^# (?:prints|refused by \S+): .*\n/gm, '');
  if ((sdk.folder === undefined || surface === sdk.styled) && !text.includes(`\n${client}\n`))
    throw new Error(`python/${sdk.package}/${surface}: no line \`${client}\``);
  const model = /model="([^"]+)"/.exec(text)?.[1] ?? '';
  return {
    id: `python/${sdk.folder ?? sdk.package}/${surface}, ${style.id}`,
    language: 'python',
    sdk: sdk.package,
    surface,
    style,
    files: {
      ...style.write({ ...sdk, package: sdk.module ?? sdk.package, text, client, construction, model }),
      ...(sdk.requires !== undefined && { 'requirements.txt': sdk.requires }),
    },
    ...notesOf(written),
  };
}
