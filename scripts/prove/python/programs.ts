import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { notesOf, type Program } from '../programs';
import { pythonPlain, pythonStyles, type PythonBase, type PythonStyle } from './styles';

type SdkRow = Omit<PythonBase, 'text' | 'client' | 'construction' | 'model'> & {
  readonly styled: string;
  /** Where its programs lie, and that they make their client in a way of their own; the package's name otherwise. */
  readonly folder?: string;
};

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
  { styled: 'messages', name: 'Anthropic', package: 'anthropic', keyVariable: 'ANTHROPIC_API_KEY', vendorUrl: 'https://api.anthropic.com' },
];

/** All Python programs: each surface plain, one of each SDK in every other style. */
export function loadPythonPrograms(folder: string): readonly Program[] {
  return sdks.flatMap((sdk) =>
    readdirSync(join(folder, sdk.folder ?? sdk.package)).flatMap((file) => {
      const surface = basename(file, '.py');
      const text = readFileSync(join(folder, sdk.folder ?? sdk.package, file), 'utf8');
      return [pythonPlain, ...(surface === sdk.styled ? pythonStyles : [])].map((style) => programOf(sdk, surface, text, style));
    }),
  );
}

function programOf(sdk: SdkRow, surface: string, written: string, style: PythonStyle): Program {
  const construction = `${sdk.name}(api_key=os.environ["${sdk.keyVariable}"])`;
  const client = `client = ${construction}`;
  const text = written.replace(/^# (?:prints|refused by \S+): .*\n/gm, '');
  if (sdk.folder === undefined && !text.includes(`\n${client}\n`))
    throw new Error(`python/${sdk.package}/${surface}: no line \`${client}\``);
  const model = /model="([^"]+)"/.exec(text)?.[1] ?? '';
  return {
    id: `python/${sdk.folder ?? sdk.package}/${surface}, ${style.id}`,
    language: 'python',
    sdk: sdk.package,
    surface,
    style,
    files: style.write({ ...sdk, text, client, construction, model }),
    ...notesOf(written),
  };
}
