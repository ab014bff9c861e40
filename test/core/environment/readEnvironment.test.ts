import assert from 'node:assert/strict';
import { loadCatalog } from '../../../src/catalog';
import { readDotenv } from '../../../src/core/environment/dotenv';
import { readEnvironment } from '../../../src/core/environment/environment';

const catalog = loadCatalog();

describe('An environment file', () => {
  const forms: readonly (readonly [title: string, text: string, entries: readonly (readonly [string, string])[]])[] = [
    ['plain', 'A=1\nB=two words\n', [['A', '1'], ['B', 'two words']]],
    ['with `export`', 'export A=1\n  export   B = 2\n', [['A', '1'], ['B', '2']]],
    ['with quotes', `A="x # y"\nB='z'\nC=\`w\`\n`, [['A', 'x # y'], ['B', 'z'], ['C', 'w']]],
    ['with comments', '# A=1\nB=2 # two\nC=#\nD=a#b\n', [['B', '2'], ['C', ''], ['D', 'a#b']]],
    ['with a value over several lines', 'A="-----BEGIN\nB=not a name\n-----END"\nC=3\n', [['A', '-----BEGIN\nB=not a name\n-----END'], ['C', '3']]],
    ['with a quote that is never closed', 'A="x\nB=2\n', [['A', '"x'], ['B', '2']]],
    ['with CRLF and a byte order mark', '\uFEFFA=1\r\nB=2\r\n', [['A', '1'], ['B', '2']]],
    ['with lines that set nothing', 'A\n=1\n1A=2\n\n', []],
  ]; // prettier-ignore
  for (const [title, text, entries] of forms) {
    it(`is read ${title}`, () => {
      const read = readDotenv(text);
      assert.deepEqual(
        read.map(({ name, value }) => [name, value]),
        entries,
      );
      for (const { name, range } of read) assert.equal(text.slice(range.start, range.end), name);
    });
  }

  const kept: readonly (readonly [line: string, value: string | undefined])[] = [
    ['OPENAI_BASE_URL=http://localhost:11434/v1', 'http://localhost:11434/v1'],
    ['OPENAI_BASE_URL=https://me:hunter2@llm.example.com/v1?key=hunter2#hunter2', 'https://llm.example.com/v1'],
    ['OPENAI_BASE_URL=https://${HOST}/v1', undefined],
    ['OPENAI_BASE_URL=', undefined],
    ['OPENAI_BASE_URL=hunter2', undefined],
    ['OLLAMA_HOST=0.0.0.0:11434', '0.0.0.0:11434'],
    ['MY_LLM=https://api.groq.com/openai/v1', 'https://api.groq.com/openai/v1'],
    ['MY_SERVER=http://192.168.1.20:8000', 'http://192.168.1.20:8000'],
    ['CHAT_MODEL=llama3.2:3b', 'llama3.2:3b'],
    ['MODEL_NAME=gpt-4o', 'gpt-4o'],
    ['OPENAI_API_KEY=http://localhost:1', undefined],
    ['MY_API_TOKEN=http://localhost:1', undefined],
    ['MODEL_SECRET=hunter2', undefined],
    ['DATABASE_URL=postgres://me:hunter2@localhost:5432/x', undefined],
    ['WEBHOOK_URL=https://hooks.example.com/T0/hunter2', undefined],
    ['NAME=hunter2', undefined],
  ];
  for (const [line, value] of kept) {
    it(`${line} is ${value === undefined ? 'not kept' : `kept as ${value}`}`, () => {
      assert.deepEqual([...readEnvironment(catalog, line).values()], value === undefined ? [] : [value]);
    });
  }

  it('counts with the last assignment of a variable', () => {
    const text = 'OPENAI_BASE_URL=http://localhost:1\nOPENAI_BASE_URL=http://localhost:2\nCHAT_MODEL=a1\nCHAT_MODEL=\n';
    assert.deepEqual([...readEnvironment(catalog, text)], [['OPENAI_BASE_URL', 'http://localhost:2']]);
  });
});
