/** A program's files by name; `main.*` is run. */
export type ProgramFiles = Readonly<Record<string, string>>;

/** What a style works on. */
export interface Base {
  /** The program in its plain form, without its notes. */
  readonly text: string;
  /** `OpenAI`, `Anthropic`: the client's class. */
  readonly name: string;
  readonly package: string;
  /** The line that makes the client. */
  readonly client: string;
  /** The expression in it. */
  readonly construction: string;
  /** The variable that holds the vendor's key. */
  readonly keyVariable: string;
  readonly vendorUrl: string;
}

/** A way to write the same program. */
export interface Style {
  readonly id: string;
  readonly write: (base: Base) => ProgramFiles;
  /** The endpoint is written as literals. */
  readonly literal?: true;
  /** The endpoint's variables are set when the program runs. */
  readonly variables?: true;
  /** The environment file tells where requests go; the program runs with what it sets. */
  readonly envFile?: true;
  /** It is about how a client is made. */
  readonly client?: true;
}

const main = (text: string): ProgramFiles => ({ 'main.ts': text });
const inPlaceOfClient =
  (write: (base: Base) => string): Style['write'] =>
  (base) =>
    main(base.text.replace(base.client, () => write(base)));

/** The literal that names the program's model, as a property or as what a provider is asked for. */
function modelOf({ text, name }: Base): string {
  return new RegExp(`(?:model: |\\b${name}\\()('[^']+')`).exec(text)?.[1] ?? '';
}

/** Puts `expression` in place of the model's literal, and `before` above the program. */
function withModel(base: Base, expression: string, before = ''): string {
  const model = modelOf(base);
  const text = base.text
    .replaceAll(`model: ${model}`, `model: ${expression}`)
    .replaceAll(`${base.name}(${model})`, `${base.name}(${expression})`);
  return before + text;
}

const importOf = ({ name, package: from }: Base): string => `import ${name} from '${from}';`;

/** The plain style; every program is proven in it. */
export const plain: Style = { id: 'plain', write: ({ text }) => main(text) };

/** A client shared through another file; every program is proven in this one too. */
export const shared: Style = {
  id: 'shared client',
  client: true,
  write: (base) => ({
    'llm.ts': `${importOf(base)}\n\nexport ${base.client}\n`,
    'main.ts': `import { client } from './llm';\n${base.text.replace(`${base.client}\n`, '')}`,
  }),
};

/** Models that the environment file moves, proven with those programs of an SDK that are named. */
export const ambient: Style = {
  id: 'environment file',
  envFile: true,
  write: ({ text, keyVariable }) => ({ '.env': `PORT=3000\n${keyVariable}=sk-test # of the desk\n`, ...main(text) }),
};

/** Further styles, proven with one program of each SDK. */
export const otherStyles: readonly Style[] = [
  { id: 'no options', client: true, write: inPlaceOfClient(({ name }) => `const client = new ${name}();`) },
  { id: 'no parentheses', client: true, write: inPlaceOfClient(({ name }) => `const client = new ${name};`) },
  {
    id: 'further options',
    client: true,
    write: inPlaceOfClient(
      ({ name, keyVariable }) =>
        `const client = new ${name}({\n  maxRetries: 0, // the queue retries\n  apiKey: process.env.${keyVariable},\n  timeout: 20_000,\n});`,
    ),
  },
  {
    id: "the vendor's URL",
    client: true,
    write: inPlaceOfClient(
      ({ name, vendorUrl, keyVariable }) => `const client = new ${name}({ baseURL: '${vendorUrl}', apiKey: process.env.${keyVariable} });`,
    ),
  },
  {
    id: 'options in a variable',
    client: true,
    write: inPlaceOfClient(
      ({ name, keyVariable }) =>
        `const options = { apiKey: process.env.${keyVariable}, maxRetries: 1 };\nconst client = new ${name}(options);`,
    ),
  },
  {
    id: 'options spread in',
    client: true,
    write: inPlaceOfClient(
      ({ name, keyVariable }) =>
        `const common = { maxRetries: 1, apiKey: process.env.${keyVariable} };\nconst client = new ${name}({ ...common, timeout: 20_000 });`,
    ),
  },
  {
    id: 'field of a class',
    client: true,
    write: (base) =>
      main(
        base.text
          .replace(base.client, () => `class Desk {\n  readonly llm = ${base.construction};\n}\nconst desk = new Desk();`)
          .replaceAll('client.', 'desk.llm.'),
      ),
  },
  {
    id: 'made in a constructor',
    client: true,
    write: (base) =>
      main(
        base.text
          .replace(
            base.client,
            () =>
              `class Desk {\n  private readonly llm: ${base.name};\n\n  constructor(apiKey?: string) {\n    this.llm = new ${base.name}({ apiKey });\n  }\n\n  get client(): ${base.name} {\n    return this.llm;\n  }\n}\nconst desk = new Desk(process.env.${base.keyVariable});`,
          )
          .replaceAll(' client.', ' desk.client.'),
      ),
  },
  {
    id: 'factory',
    client: true,
    write: inPlaceOfClient(
      ({ name, construction }) => `function createClient(): ${name} {\n  return ${construction};\n}\nconst client = createClient();`,
    ),
  },
  {
    id: 'made when needed',
    client: true,
    write: inPlaceOfClient(
      ({ name, construction }) =>
        `let known: ${name} | undefined;\nfunction getClient(): ${name} {\n  known ??= ${construction};\n  return known;\n}\nconst client = getClient();`,
    ),
  },
  {
    id: 'factory with options, in another file',
    client: true,
    write: (base) => ({
      'llm.ts': `import ${base.name}, { type ClientOptions } from '${base.package}';\n\nexport const makeClient = (options: ClientOptions) => new ${base.name}(options);\n`,
      'main.ts': base.text
        .replace(importOf(base), "import { makeClient } from './llm';")
        .replace(base.construction, () => `makeClient({ apiKey: process.env.${base.keyVariable} })`),
    }),
  },
  {
    id: 'named import',
    client: true,
    write: (base) => main(base.text.replace(importOf(base), `import { ${base.name} } from '${base.package}';`)),
  },
  {
    id: 'dynamic import',
    client: true,
    write: (base) =>
      main(base.text.replace(importOf(base), `export {};\n\nconst { default: ${base.name} } = await import('${base.package}');`)),
  },
  {
    id: 'CommonJS',
    client: true,
    write: (base) => ({
      'main.cjs': `const ${base.name} = require('${base.package}');\n\nasync function main() {\n${base.text.replace(importOf(base), '').trim().replace(/^/gm, '  ')}\n}\nmain();\n`,
    }),
  },
  { id: 'ES module, JavaScript', write: ({ text }) => ({ 'main.mjs': text }) },
  { id: 'Windows line ends', write: ({ text }) => main(text.replace(/\n/g, '\r\n')) },
  {
    id: 'double quotes, no semicolons',
    write: ({ text }) => main(text.replace(/'/g, '"').replace(/;$/gm, '')),
  },
  { id: 'model in a constant', write: (base) => main(withModel(base, 'MODEL', `const MODEL = ${modelOf(base)} as const;\n`)) },
  {
    id: 'model in a configuration file',
    write: (base) => ({
      'config.ts': `export const config = { models: { reply: ${modelOf(base)} }, retries: 2 } as const;\n`,
      'main.ts': withModel(base, 'config.models.reply', `import { config } from './config';\n`),
    }),
  },
  { id: 'model from a variable or else', write: (base) => main(withModel(base, `process.env.REPLY_MODEL || ${modelOf(base)}`)) },
  {
    id: 'model as a default parameter',
    write: (base) => main(withModel(base, 'chosen()', `function chosen(model: string = ${modelOf(base)}): string {\n  return model;\n}\n`)),
  },
  { id: 'literal endpoint', write: ({ text }) => main(text), literal: true },
  {
    id: 'environment file',
    client: true,
    envFile: true,
    write: (base) => ({
      '.env': `PORT=3000\n${base.keyVariable}=sk-test # of the desk\n`,
      ...inPlaceOfClient(({ name }) => `const client = new ${name}();`)(base),
    }),
  },
  {
    id: 'environment file with the model',
    client: true,
    envFile: true,
    write: (base) => ({
      '.env': `${base.keyVariable}='sk-test'\nREPLY_MODEL=${modelOf(base).slice(1, -1)}\n`,
      ...inPlaceOfClient(({ name }) => `const client = new ${name}({ maxRetries: 1 });`)({
        ...base,
        text: withModel(base, "process.env.REPLY_MODEL ?? ''"),
      }),
    }),
  },
  { id: 'endpoint from variables', write: ({ text }) => main(text), variables: true },
];
