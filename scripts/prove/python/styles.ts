import type { ProgramFiles, Style } from '../styles';

/** What a style of Python works on. */
export interface PythonBase {
  /** The program in its plain form, without its notes. */
  readonly text: string;
  /** `OpenAI`, `Anthropic`: the client's class. */
  readonly name: string;
  readonly package: string;
  /** The line that makes the client, and the expression in it. */
  readonly client: string;
  readonly construction: string;
  /** The variable that holds the vendor's key. */
  readonly keyVariable: string;
  readonly vendorUrl: string;
  /** The id of its model. */
  readonly model: string;
}

/** A way to write the same Python program. */
export type PythonStyle = Omit<Style, 'write'> & { readonly write: (base: PythonBase) => ProgramFiles };

const main = (text: string): ProgramFiles => ({ 'main.py': text });
const inPlaceOfClient =
  (write: (base: PythonBase) => string): PythonStyle['write'] =>
  (base) =>
    main(base.text.replace(base.client, () => write(base)));
const importOf = ({ name, package: from }: PythonBase): string => `from ${from} import ${name}`;
const inNoNeedOfOs = (text: string): string => text.replace('import os\n\n', '');

/** Puts an expression in place of the model's literal. */
function withModel(base: PythonBase, expression: string, before = ''): string {
  const text = before === '' ? base.text : base.text.replace(base.client, () => `${before}\n${base.client}`);
  return text.replaceAll(`model="${base.model}"`, `model=${expression}`);
}

/** The plain style; every program is proven in it. */
export const pythonPlain: PythonStyle = { id: 'plain', write: ({ text }) => main(text) };

/** Further styles, proven with one program of each SDK. */
export const pythonStyles: readonly PythonStyle[] = [
  {
    id: 'shared client',
    write: (base) => ({
      'llm.py': `import os\n\n${importOf(base)}\n\n${base.client}\n`,
      'main.py': inNoNeedOfOs(base.text).replace(importOf(base), 'from llm import client').replace(`${base.client}\n`, ''),
    }),
  },
  {
    id: 'shared client of a package',
    write: (base) => ({
      'desk/__init__.py': '',
      'desk/llm.py': `import os\n\n${importOf(base)}\n\n${base.client}\n`,
      'main.py': inNoNeedOfOs(base.text)
        .replace(importOf(base), 'from desk import llm')
        .replace(`${base.client}\n`, '')
        .replaceAll('client.', 'llm.client.'),
    }),
  },
  { id: 'no options', write: (base) => main(inNoNeedOfOs(base.text).replace(base.construction, `${base.name}()`)) },
  {
    id: 'further options',
    write: inPlaceOfClient(
      ({ name, keyVariable }) =>
        `client = ${name}(\n    max_retries=0,  # the queue retries\n    api_key=os.environ["${keyVariable}"],\n    timeout=20.0,\n)`,
    ),
  },
  {
    id: "the vendor's URL",
    write: inPlaceOfClient(({ name, vendorUrl }) => `client = ${name}(base_url="${vendorUrl}", api_key="sk-test")`),
  },
  {
    id: 'options in a mapping',
    write: inPlaceOfClient(({ name, keyVariable }) => `options = {"api_key": os.environ["${keyVariable}"]}\nclient = ${name}(**options)`),
  },
  {
    id: 'options in a mapping and by name',
    write: inPlaceOfClient(
      ({ name, keyVariable }) => `options = dict(api_key=os.getenv("${keyVariable}"))\nclient = ${name}(**options, max_retries=1)`,
    ),
  },
  {
    id: 'attribute of a class',
    write: (base) =>
      main(
        base.text
          .replace(
            base.client,
            () => `class Desk:\n    def __init__(self) -> None:\n        self.llm = ${base.construction}\n\n\ndesk = Desk()`,
          )
          .replaceAll('client.', 'desk.llm.'),
      ),
  },
  {
    id: 'attribute of all objects',
    write: (base) =>
      main(
        base.text
          .replace(base.client, () => `class Desk:\n    llm = ${base.construction}\n\n\ndesk = Desk()`)
          .replaceAll('client.', 'desk.llm.'),
      ),
  },
  {
    id: 'made by a function',
    write: inPlaceOfClient(
      ({ name, construction }) => `def create_client() -> ${name}:\n    return ${construction}\n\n\nclient = create_client()`,
    ),
  },
  {
    id: 'made when needed',
    write: (base) =>
      main(
        base.text
          .replace(base.client, () => `@lru_cache\ndef get_client() -> ${base.name}:\n    return ${base.construction}`)
          .replace('import os\n', 'import os\nfrom functools import lru_cache\n')
          .replaceAll('client.', 'get_client().'),
      ),
  },
  {
    id: 'in a with statement',
    write: (base) => {
      const [head = '', body = ''] = base.text.split(`${base.client}\n`);
      return main(`${head}with ${base.construction} as client:\n${body.trim().replace(/^(?=.)/gm, '    ')}\n`);
    },
  },
  {
    id: 'asynchronous',
    write: (base) => {
      const [head = '', body = ''] = base.text.split(`${base.client}\n`);
      const waits = body
        .trim()
        .replace(/= client\./, '= await client.')
        .replace(/^(?=.)/gm, '    ');
      return main(
        `${head.replace('import os', 'import asyncio\nimport os').replaceAll(base.name, `Async${base.name}`)}client = Async${base.construction}\n\n\nasync def run() -> None:\n${waits}\n\n\nasyncio.run(run())\n`,
      );
    },
  },
  {
    id: 'module import',
    write: (base) =>
      main(base.text.replace(importOf(base), `import ${base.package}`).replace(base.construction, `${base.package}.${base.construction}`)),
  },
  {
    id: 'import in a function',
    write: (base) => {
      const [, body = ''] = base.text.split(`${base.client}\n`);
      const inner = `${importOf(base)}\n\nclient = ${base.name}()\n${body.trim()}`.replace(/^(?=.)/gm, '    ');
      return main(`# What is loaded late is not missed early.\n\n\ndef run() -> None:\n${inner}\n\n\nrun()\n`);
    },
  },
  { id: 'Windows line ends', write: ({ text }) => main(text.replace(/\n/g, '\r\n')) },
  { id: 'single quotes, tabs', write: ({ text }) => main(text.replace(/"/g, "'").replace(/ {4}/g, '\t')) },
  {
    id: 'docstring and imports from the future',
    write: (base) =>
      main(
        `"""Says hello."""\n\nfrom __future__ import annotations\n\n${inNoNeedOfOs(base.text).replace(base.construction, `${base.name}(max_retries=1)`)}`,
      ),
  },
  { id: 'model in a constant', write: (base) => main(withModel(base, 'MODEL', `MODEL = "${base.model}"`)) },
  {
    id: 'model in a settings class',
    write: (base) => main(withModel(base, 'Settings.model', `class Settings:\n    model: str = "${base.model}"\n\n`)),
  },
  {
    id: 'model in a configuration file',
    write: (base) => ({
      'config.py': `MODELS = {"reply": "${base.model}"}\n`,
      'main.py': withModel(base, 'config.MODELS["reply"]').replace(importOf(base), `${importOf(base)}\n\nimport config`),
    }),
  },
  { id: 'model from a variable or else', write: (base) => main(withModel(base, `os.getenv("REPLY_MODEL", "${base.model}")`)) },
  {
    id: 'model as a default argument',
    write: (base) => main(withModel(base, 'chosen()', `def chosen(model: str = "${base.model}") -> str:\n    return model\n\n`)),
  },
  { id: 'literal endpoint', write: ({ text }) => main(text), literal: true },
  {
    id: 'environment file',
    envFile: true,
    write: (base) => ({
      '.env': `PORT=3000\n${base.keyVariable}=sk-test # of the desk\n`,
      ...main(inNoNeedOfOs(base.text).replace(base.construction, `${base.name}()`)),
    }),
  },
  {
    id: 'environment file with the model',
    envFile: true,
    write: (base) => ({
      '.env': `${base.keyVariable}='sk-test'\nREPLY_MODEL=${base.model}\n`,
      ...main(withModel(base, 'os.environ["REPLY_MODEL"]').replace(base.construction, `${base.name}(max_retries=1)`)),
    }),
  },
  { id: 'endpoint from variables', write: ({ text }) => main(text), variables: true },
];
