import assert from 'node:assert/strict';
import { configurationFile, isTestData } from '../../../src/core/configuration/files';
import { found } from './found';

type Case = readonly [title: string, file: string, text: string, findings: readonly string[]];

const cases: readonly Case[] = [
  ['an environment file', '.env.local', 'export OPENAI_API_KEY=x\nOPENAI_BASE_URL="http://localhost:11434/v1"\nCHAT_MODEL=gpt-4o\nPORT=3000\n', ['credential OPENAI_API_KEY openai', 'setting OPENAI_BASE_URL ollama http://localhost:11434/v1', 'setting CHAT_MODEL openai gpt-4o']],
  ['an environment file of another name', 'config/prod.env', 'ANTHROPIC_API_KEY=\n', ['credential ANTHROPIC_API_KEY anthropic']],
  ['docker-compose, a list', 'docker-compose.yml', 'services:\n  web:\n    environment:\n      - OPENAI_API_KEY\n      - OLLAMA_HOST=http://ollama:11434\n', ['credential OPENAI_API_KEY openai', 'setting OLLAMA_HOST ollama http://ollama:11434']],
  ['docker-compose, a map', 'compose.yaml', 'services:\n  web:\n    environment:\n      MISTRAL_API_KEY: ${MISTRAL_API_KEY:?}\n', ['credential MISTRAL_API_KEY mistral']],
  ['a workflow', '.github/workflows/ci.yml', 'jobs:\n  a:\n    steps:\n      - env:\n          KEY: ${{ secrets.GROQ_API_KEY }}\n        run: |\n          echo "${{ secrets.COHERE_API_KEY }}"\n', ['credential GROQ_API_KEY groq', 'credential COHERE_API_KEY cohere']],
  ['an action', 'action.yml', 'inputs:\n  openai_model:\n    default: gpt-4o\n  openai_base_url:\n    default: https://api.openai.com/v1\n', ['setting openai_model openai gpt-4o', 'setting openai_base_url openai https://api.openai.com/v1']],
  ['Kubernetes', 'deploy.yaml', 'env:\n  - name: ANTHROPIC_API_KEY\n    valueFrom: { secretKeyRef: { name: a, key: b } }\n  - name: LLM_MODEL\n    value: claude-sonnet-4-5\n', ['credential ANTHROPIC_API_KEY anthropic', 'setting LLM_MODEL anthropic claude-sonnet-4-5']],
  ['YAML', 'config.yaml', 'llm:\n  model_name: claude-sonnet-4-5\n  base_url: https://api.anthropic.com\n', ['setting model_name anthropic claude-sonnet-4-5', 'setting base_url anthropic https://api.anthropic.com']],
  ['TOML', 'config.toml', '[llm]\nmodel = "gpt-4o"\napi_base = "https://api.openai.com/v1"\n', ['setting model openai gpt-4o', 'setting api_base openai https://api.openai.com/v1']],
  ['JSON with comments', 'llm.config.json', '{ // chat\n "embeddingModel": "text-embedding-3-small", "endpoint": "https://api.groq.com/openai/v1", }', ['setting embeddingModel openai text-embedding-3-small', 'setting endpoint groq https://api.groq.com/openai/v1']],
  ['open weights', 'config.yaml', 'model: llama-3.1-8b-instruct\n', ['setting model unknown llama-3.1-8b-instruct']],
  ['a doubtful name beside another', '.env', 'GOOGLE_API_KEY=x\nOPENAI_API_KEY=x\n', ['credential GOOGLE_API_KEY google', 'credential OPENAI_API_KEY openai']],
  ['a host nobody knows', '.env', 'OPENAI_BASE_URL=https://llm.example.com/team/x\n', ['setting OPENAI_BASE_URL unknown https://llm.example.com']],
  ['one of several documents', 'config.yaml', 'openapi: 3.1.0\n---\nmodel: gpt-4o\n', ['setting model openai gpt-4o']],
]; // prettier-ignore

const silent: readonly (readonly [title: string, file: string, text: string])[] = [
  ['keys for other things as well', '.env', 'VERCEL_API_KEY=x\nGITHUB_TOKEN=x\nAWS_ACCESS_KEY_ID=x\nCLOUDFLARE_API_TOKEN=x\n'],
  ['doubtful names alone', '.env', 'GOOGLE_API_KEY=x\nHF_TOKEN=x\n'],
  ['commented lines', '.env', '# OPENAI_API_KEY=x\n'],
  ['measurements', 'leaderboard.yml', '- model: gpt-4o\n  pass_rate_1: 40.2\n- model: claude-3-5-sonnet\n  accuracy: 3\n'],
  ['prices', 'models.yaml', '- model: gpt-4o\n  input_cost_per_token: 0.1\n'],
  ['recorded answers', 'config.json', '{ "data": { "model": "gpt-4o", "choices": [], "usage": {} } }'],
  ['cassettes', 'chat.yaml', 'interactions:\n- request:\n    body: {model: gpt-4o}\n    uri: https://api.openai.com/v1/chat/completions\nversion: 1\n'],
  ['descriptions of interfaces', 'api.yaml', 'openapi: 3.1.0\nservers: [{ url: https://api.openai.com/v1 }]\n'],
  ['descriptions of interfaces between marks', 'api.yaml', '---\nopenapi: 3.1.0\nservers: [{ url: https://api.openai.com/v1 }]\n'],
  ['schemas', 'settings.json', '{ "$schema": "http://json-schema.org/draft-07/schema#", "model": "gpt-4o" }'],
  ['examples', 'settings.yaml', 'body:\n  example:\n    model: gpt-4o\n'],
  ['tables to choose from', 'models.yaml', Array.from({ length: 13 }, (_, index) => `- model: gpt-4o-${index}\n`).join('')],
  ['other models', 'config.yaml', 'model: User\ncar_model: Model-3\ndata_model: v2\n'],
  ['ports that all programs share', 'config.yaml', 'url: http://localhost:8000\n'],
  ['JSON whose name says nothing of settings', 'data.json', '{ "model": "gpt-4o" }'],
  ['broken YAML', 'config.yaml', ': : {{ model'],
]; // prettier-ignore

describe('Credentials and settings', () => {
  for (const [title, file, text, findings] of cases) it(`are found in ${title}`, () => assert.deepEqual(found(file, text), findings));
  for (const [title, file, text] of silent) it(`are not ${title}`, () => assert.deepEqual(found(file, text), []));

  it('are looked for outside of tests and what is recorded for them', () => {
    const paths = ['tests/.env', 'a/__tests__/config.yaml', 'test-fixtures/package.json', 'environment_tests/x/package.json', 'a/cassettes/b/c.yaml', '__snapshots__/a.yaml'];
    for (const path of paths) assert.equal(isTestData(path), true, path);
    for (const path of ['latest/.env', 'contest/config.yaml', 'test.yaml', 'src/specials/a.toml', '']) assert.equal(isTestData(path), false, path);
  }); // prettier-ignore

  it('stand in files of these names', () => {
    for (const path of [
      '/a/.env',
      '/a/.env.example',
      '/a/x.env',
      '/a/b.yml',
      '/a/ai.config.json',
      '/a/model-settings.json',
      'C:\\a\\Pipfile',
    ])
      assert.ok(configurationFile(path), path);
    for (const path of ['/a/env', '/a/package-lock.json', '/a/tsconfig.json', '/a/x.txt', '/a/uv.lock', '/a/poetry.lock'])
      assert.equal(configurationFile(path), undefined, path);
  });
});
