import assert from 'node:assert/strict';
import { loadCatalog } from '../../../src/catalog';
import { sdksCalled } from '../../../src/core/prefilter/callShapes';
import type { Mention } from '../../../src/core/prefilter/prefilter';
import { prefilterFor } from '../../../src/core/prefilter/prefilterFor';

const catalog = loadCatalog();

const cases: Readonly<Record<'javascript' | 'python' | 'shell', readonly (readonly [text: string, passes: boolean])[]>> = {
  javascript: [
    ['import OpenAI from "openai"; new OpenAI();', true],
    ['import OpenAI from "openai"; serve(OpenAI);', true],
    ['import OpenAI from "openai"; class Own extends OpenAI {}', true],
    ['import OpenAI from "openai"; const ask = (ai: OpenAI): void => {};', true],
    ['import OpenAI from "openai"; let tool: OpenAI.Tool;', false],
    ['import OpenAI from "openai"; new OpenAI.OpenAI();', true],
    ['import OpenAI, { type Chat } from "openai"; run(ai.chat.completions.create, OpenAI.Chat);', true],
    ['import OpenAI from "openai";\n// new OpenAI()', false],
    ['import OpenAI from "openai";\nconst read = (tool: OpenAI.Tool) => JSON.parse(tool.text);', false],
    ["import { toFile } from 'openai/uploads';", false],
    ["import { OpenAI } from 'openai/client'; new OpenAI();", true],
    ["import { OpenAI as Client } from 'openai'; new Client();", true],
    ["import { OpenAI as Client } from 'openai'; let tool: Client.Tool;", false],
    ["import type OpenAI from 'openai'; type Params = OpenAI.ChatCompletionCreateParams;", false],
    ["import type OpenAI from 'openai'; const ask = (ai: OpenAI) => ai.responses.create(request);", true],
    ["import { type ChatMessage } from 'openai';", false],
    ["import * as ai from 'ai';", true],
    ["import { generateText } from 'ai';", true],
    ["import { type Tool, generateText as ask } from 'ai';", true],
    ["import { type Tool, tool } from 'ai';", false],
    ["import { generateId, // an id\n  tool } from 'ai';", true],
    ["import { BaseChatModel } from '@langchain/core/language_models/chat_models';", false],
    ["import { BaseChatModel } from '@langchain/core/language_models/chat_models'; await m.stream(x)", true],
    ["import { BaseChatModel } from '@langchain/core/language_models/chat_models'; m.withConfig(x)", false],
    ["import { BaseChatModel } from '@langchain/core/language_models/chat_models';\n * await m.stream(x)", false],
    ["/**\n * import { ChatOpenAI } from '@langchain/openai';\n * new ChatOpenAI().bindTools([]);\n */", false],
    ['// chatModel.invoke(messages)\nrun();', false],
    ['run(); // chatModel.invoke(messages)', true],
    ['// https://api.openai.com/v1\nask();', true],
    ["import { importedData } from 'openai'; const OpenAI = require('openai');", true],
    ['const OpenAI = require ( `openai` );', true],
    ['const { OpenAI } = await import(\n  "openai"\n);', true],
    ['import(/* webpackChunkName: "ai" */ "openai")', true],
    ['import OpenAI from "npm:openai@6";', true],
    ['import OpenAI from "https://esm.sh/openai@6.1.0";', true],
    ['import "npm:left-pad";', false],
    ['import { openai } from "@ai-sdk/openai";', true],
    ['export * from "@langchain/openai"', false],
    ['export { ChatOpenAI } from "@langchain/openai"', false],
    ['await chatModel.invoke(messages)', true],
    ['await command.invoke(context)', false],
    ['export const vendors = ["openai", "anthropic"];', false],
    ['import config from "./openai";', false],
    ['import { x } from "openaiish";', false],
    ['import { x } from "OpenAI";', false],
    ['const upload = (from: "openai") => from;', false],
    ['fetch("https://api.anthropic.com/v1/messages")', true],
    ['fetch("https://api.example.com/v1/messages")', false],
    ['await axios.post(OPENAI_API_URL, body)', true],
    ['show(OPENAI_API_URL)', false],
    ['await fetch(apiUrl, init)', true],
    ['await axios.post<Answer>(options.endpoint, body)', true],
    ['await prefetch(url)', false],
    ['await fetch(request)', false],
    ['await fetch(urlOf(page))', false],
    ['await client.chat.completions.create(request)', true],
    ['await events.create(order)', false],
    ['await client.beta.sessions.events.send(id, events)', true],
    ["const url = 'http://localhost:11434/api/tags';", true],
    ["const url = 'http://localhost:11434';", true],
    ["const url = 'http://localhost:8000/v1/models';", true],
    ["const url = 'http://localhost:8000/orders';", false],
    ["pull('sha256:1234567890abcdef', '/models')", false],
  ],
  python: [
    ['import boto3\nboto3.client("s3")', false],
    ['import boto3\nboto3.client(BEDROCK)', true],
    ['from boto3 import session', false],
    ['from django.core.files.uploadedfile import UploadedFile', false],
    ['client.files.upload(file=path)', true],
    ['import openai', true],
    ['import os, openai as ai', true],
    ['from openai import OpenAI', true],
    ['    from langchain_community.vectorstores import VectorStore', true],
    ['from langchain import chat_models', true],
    ['try: import openai', true],
    ['from app.llm import litellm', true],
    ['ollama = __import__("ollama")', true],
    ['import os, together', true],
    ['product.translations.create(name=name)', false],
    ['openai_client.audio.translations.create(file=f)', true],
    ['order.invoices.create()', false],
    ['client.files.upload(file=f)', true],
    ['from sympy.simplify import radsimp, together', false],
    ['import openaiish', false],
    ['# an import of openai', false],
    ['vendor = "openai"', false],
    ['requests.post("https://api.openai.com/v1/embeddings")', true],
  ],
  shell: [
    ['curl https://api.openai.com/v1/models', true],
    ['import openai', false],
  ],
};

/** What texts of JavaScript tell. */
const mentions: readonly (readonly [text: string, mention: Mention])[] = [
  ['await chatModel.invoke(messages)', ['called']],
  ['await chatModel.invoke(messages); await fetchJson({ url })', ['called', 'addressed']],
  ['await chatModel.invoke(messages); fetch(url, { headers: { Authorization: `Bearer ${key}` } })', ['called', 'authorized']],
  ['await fetch(url)', ['addressed']],
  ['await client.chat.completions.create(request)', ['called']],
  ['new OpenAI(); import OpenAI from "openai"; await chatModel.invoke(messages)', 'named'],
  ['fetch(url, { headers: { Authorization: `Bearer ${key}` } })', ['authorized']],
  ['show(`Bearer ${key}`)', 'none'],
  ['post({ headers: { "x-api-key": key }, body: { model, messages } })', 'named'],
  ['post({ headers: { "x-api-key": key }, body: { model, "messages": [] } })', 'named'],
  ['body.messages = []; body.model = id; headers.set("Authorization", key)', 'named'],
  ['headers.set(apiKeyHeader, key); const apiKeyHeader = "x-api-key"; body = { messages, model }', 'named'],
  ['show("an API-key prompt"); pick({ model, messages })', 'none'],
  ['const help = "the model writes commit messages in your style"; headers.set("Authorization", key)', 'none'],
  ["interface Events {\n  /** Told when it starts. */\n  'ai/start': Start;\n}", 'none'],
  ["const load = () => import(/* webpackChunkName: 'x' */ 'ai');", 'named'],
  ["'x.dkr.ecr.cn-north-1.amazonaws.com.cn'", 'none'],
  ['`https://bedrock-runtime.${region}.amazonaws.com.cn`', 'named'],
  ["import type { ChatMessage } from 'openai'; ask(client.responses.parse(request))", ['called']],
  ["import OpenAI from 'openai'; const ask = (request: OpenAI.Request) => client.responses.parse(request)", ['called']],
  ["import type OpenAI from 'openai'; const ask = (client: OpenAI) => client.responses.parse(request)", 'named'],
  [
    "import { BaseChatModel } from '@langchain/core/language_models/chat_models'; class Own extends BaseChatModel {} own.stream(x)",
    ['called'],
  ],
  ["import { BaseChatModel } from '@langchain/core/language_models/chat_models'; const ask = (m: BaseChatModel) => m.stream(x)", 'named'],
  ["import type { Message } from '@aws-sdk/client-bedrock-runtime';", 'none'],
  ["expect(url).toBe('https://api.openai.com/v1')", 'none'],
  ['expect(request.url).toEqual(\n  `https://${region}-aiplatform.googleapis.com/v1`\n)', 'none'],
  ["assert.equal(url, 'https://api.openai.com/v1')", 'none'],
  ["if (baseUrl.startsWith('https://api.openai.com')) warn()", 'none'],
  ["const isOpenAI = baseUrl === 'https://api.openai.com/v1'", 'none'],
  ['const isVertex = /https:\\/\\/.+-aiplatform.googleapis.com/.test(url)', 'none'],
  ["const url = isOwn ? own : 'https://api.openai.com/v1'", 'named'],
  ["expect(await ask('https://api.openai.com/v1')).toBe(true)", 'named'],
  ['const url = "https:\\/\\/api.openai.com"', 'named'],
];

describe('prefilter', () => {
  for (const [text, mention] of mentions)
    it(`${String(mention)}: ${JSON.stringify(text)}`, () => assert.deepEqual(prefilterFor(catalog, 'javascript').mention(text), mention));

  it('tells the SDKs that a call can be of', () => {
    const words = prefilterFor(catalog, 'javascript').callsIn('model.bindTools(tools)');
    const ids = [...words].flatMap((word) => sdksCalled(catalog.sdks, word)).map(({ id }) => id);
    assert.ok(ids.includes('@langchain/openai'));
    assert.ok(!ids.includes('@anthropic-ai/sdk'));
  });

  for (const language of ['javascript', 'python', 'shell'] as const) {
    for (const [text, passes] of cases[language]) {
      it(`${language}, ${passes ? 'passes' : 'passes over'}: ${JSON.stringify(text)}`, () =>
        assert.equal(prefilterFor(catalog, language).mention(text) !== 'none', passes));
    }
  }
});
