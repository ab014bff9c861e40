import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { JsonReport } from '../../src/cli/report/jsonReport';
import { makeTree, type Tree } from '../workspace/support/tree';
import { closedSource, run } from './support';

/** Stands wherever a value can be a secret. */
const secret = 'hunter2-d41d8cd98f00b204';
const schema = JSON.parse(readFileSync(join(__dirname, '..', '..', 'docs', 'report.schema.json'), 'utf8')) as object;
const isReport = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

const secrets: Tree = {
  '.gitignore': '.env\n',
  '.env': [
    `OPENAI_API_KEY=sk-${secret}`,
    `export ANTHROPIC_API_KEY="${secret}"`,
    `OPENAI_BASE_URL=http://me:${secret}@localhost:11434/v1?key=${secret}#${secret}`,
    `GROQ_BASE_URL=${secret}`,
    `CHAT_MODEL=sk-${secret}`,
    `PASSWORD=${secret}`,
    '',
  ].join('\n'),
  'compose.yaml': `services:\n  web:\n    environment:\n      - MISTRAL_API_KEY=${secret}\n      - MISTRAL_BASE_URL=https://${secret}@api.mistral.ai/v1\n`,
  'secrets.toml': `XAI_API_KEY = "${secret}"\n[llm]\nmodel = "gpt-4o"\napi_key = "${secret}"\nurl = "https://api.openai.com/v1?key=${secret}"\n`,
  'src/a.ts': closedSource,
};

const otherNames = [
  'GROQ_API_KEY',
  'DEEPSEEK_API_KEY',
  'CEREBRAS_API_KEY',
  'FIREWORKS_API_KEY',
  'TOGETHER_API_KEY',
  'VOYAGE_API_KEY',
  'anthropic',
];

/** The other forms in which files hold keys. */
const moreSecrets: Tree = {
  '.github/workflows/a.yml': `jobs:\n  a:\n    env:\n      GROQ_API_KEY: ${secret}\n      DEEPSEEK_API_KEY: \${{ secrets.DEEPSEEK_API_KEY || '${secret}' }}\n`,
  'deploy/web.yaml': `env:\n  - name: CEREBRAS_API_KEY\n    value: ${secret}\n  - name: COHERE_BASE_URL\n    value: https://${secret}.example.com/${secret}\n`,
  'llm.json': `{ "FIREWORKS_API_KEY": "${secret}", "token": "${secret}", "endpoint": "https://u:${secret}@api.groq.com/openai/v1?${secret}" }`,
  '.envrc': `export TOGETHER_API_KEY=${secret}\nexport EMBEDDING_MODEL=${secret}\n`,
  'pyproject.toml': `[project]\ndependencies = ["openai @ https://${secret}@example.com/openai.whl"]\n[tool.uv.env]\nVOYAGE_API_KEY = "${secret}"\n`,
  'requirements.txt': `--extra-index-url https://${secret}@pypi.example.com\nanthropic @ https://${secret}@example.com/a.whl\n`,
};

describe('Configuration on the command line', () => {
  it('never tells a value of a key, in no format and in nothing that is kept', async () => {
    const cwd = makeTree({ ...secrets, ...moreSecrets });
    const outputs: string[] = [];
    for (const format of ['text', 'json']) {
      const { code, stdout, stderr } = await run(['scan', '--format', format, '--verbose', '--cache-dir', '.kept'], { cwd });
      assert.equal(code, 0);
      outputs.push(stdout, stderr);
    }
    const kept = readdirSync(join(cwd, '.kept')).map((name) => readFileSync(join(cwd, '.kept', name), 'utf8'));
    assert.equal(kept.length, 1);
    assert.match(kept[0] ?? '', /OPENAI_API_KEY/);
    for (const name of otherNames) assert.match(kept[0] ?? '', new RegExp(`\\b${name}\\b`));
    for (const text of [...outputs, ...kept]) assert.equal(text.includes(secret), false, text);
    const names = ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'MISTRAL_API_KEY', 'XAI_API_KEY'];
    for (const text of outputs.filter((output) => output !== '')) for (const name of names) assert.ok(text.includes(name), name);
  });

  it('is apart from call sites in the JSON report, which keeps its schema', async () => {
    const cwd = makeTree({ ...secrets, 'package.json': '{ "dependencies": { "openai": "6" } }\n' });
    const { stdout } = await run(['scan', '--format', 'json'], { cwd });
    const report = JSON.parse(stdout) as JsonReport;
    assert.equal(isReport(report), true, JSON.stringify(isReport.errors));
    assert.deepEqual(
      report.findings.map(({ kind }) => kind),
      ['client', 'call', ...Array<string>(2).fill('credential'), 'setting', 'setting', 'credential', 'setting', 'dependency', 'credential', 'setting', 'setting'],
    ); // prettier-ignore
    assert.equal(report.exposure.callSites, 2);
    const dependency = report.findings.find(({ kind }) => kind === 'dependency');
    assert.deepEqual(dependency, {
      file: 'package.json',
      line: 1,
      column: 22,
      endLine: 1,
      endColumn: 28,
      kind: 'dependency',
      vendor: 'openai',
      name: 'openai',
      sdk: 'openai',
      surface: null,
      model: null,
      openness: null,
      portability: null,
      inference: false,
      endpoint: null,
      message: 'The package openai sends to OpenAI, a closed vendor, unless the code says otherwise.',
      fingerprint: dependency?.fingerprint,
    });
  });

  it('has a section and counts of its own in the text report', async () => {
    const cwd = makeTree({
      'a.ts': closedSource,
      'package.json': '{ "dependencies": { "openai": "6" } }\n',
      '.env.example': 'OPENAI_API_KEY=\n',
    });
    const { stdout } = await run(['scan'], { cwd });
    assert.match(
      stdout,
      /\n\nConfiguration\n {2}\.env\.example:1 {2}credential {2}OPENAI_API_KEY .*\n {2}package\.json:1 {2}dependency {2}/,
    );
    assert.match(stdout, /\n2 call sites in 1 file\n/);
    assert.match(stdout, /\n {2}Configuration +1 dependency, 1 credential in 2 files\n/);
  });

  it('is told where there is no call site', async () => {
    const { stdout } = await run(['scan'], { cwd: makeTree({ 'package.json': '{ "dependencies": { "openai": "6" } }\n' }) });
    assert.match(stdout, /No call sites found\.\nConfiguration: 1 dependency in 1 file\.\n/);
  });

  it('fails no run, and can be left out', async () => {
    const cwd = makeTree({ 'package.json': '{ "dependencies": { "openai": "6" } }\n', '.env': 'OPENAI_API_KEY=x\n' });
    assert.equal((await run(['scan', '--fail-on', 'unknown'], { cwd })).code, 0);
    const { code, stdout } = await run(['scan', '--no-configuration'], { cwd });
    assert.equal(code, 0);
    assert.doesNotMatch(stdout, /Configuration|OPENAI/);
  });

  it('is not looked for where tests and their recordings lie, unless that is what is scanned', async () => {
    const cwd = makeTree({ 'tests/data/.env': 'OPENAI_API_KEY=x\n', 'latest/.env': 'GROQ_API_KEY=x\n' });
    const names = async (folder: string): Promise<unknown[]> =>
      (JSON.parse((await run(['scan', folder, '--format', 'json'], { cwd })).stdout) as JsonReport).findings.map(({ name }) => name);
    assert.deepEqual(await names('.'), ['GROQ_API_KEY']);
    assert.deepEqual(await names('tests/data'), ['OPENAI_API_KEY']);
  });

  it('is found in environment files that git ignores, and in no other ignored file', async () => {
    const cwd = makeTree({
      '.git/HEAD': '',
      '.gitignore': '.env\nlocal.yaml\n',
      '.env': 'OPENAI_API_KEY=x\n',
      'local.yaml': 'OPENAI_API_KEY: x\n',
    });
    const { findings } = JSON.parse((await run(['scan', '--format', 'json'], { cwd })).stdout) as JsonReport;
    assert.deepEqual(
      findings.map(({ file, name }) => [file, name]),
      [['.env', 'OPENAI_API_KEY']],
    );
  });
});
