import type { Operation, SdkDescription } from '../../../core/match/description';
import { routerVendors } from '../../models/routers';

const unmoved = 'its model is exchanged by its name, together with the key and base URL beside it';

/** A model is named, or described by its name and options; what runs the browser may also be given a client of its own. */
const settings: Operation['settings'] = {
  model: ['0.model.modelName', '0.modelName'],
  baseUrl: ['0.model.baseURL', '0.modelClientOptions.baseURL'],
  key: ['0.model.apiKey', '0.modelClientOptions.apiKey'],
};
const session: Operation = {
  site: { kind: 'model-binding', surface: 'chat' },
  from: ['0.llmClient', '0.model', '0.modelName'],
  settings,
  returns: 'Stagehand',
};

/** A call that can name a model for itself, in its second argument or the third where that is its schema. */
const sends: Operation = {
  site: { kind: 'call', surface: 'chat' },
  settings: { model: ['1.model.modelName', '1.modelName', '0.modelName', '2.model.modelName'] },
};

const shapes: SdkDescription['shapes'] = {
  Stagehand: {
    members: {
      act: sends,
      extract: sends,
      observe: sends,
      'page.act': sends,
      'page.extract': sends,
      'page.observe': sends,
      agent: { from: '0.model', settings: { model: '0.model.modelName' }, returns: 'Agent' },
    },
  },
  Agent: { members: { execute: { site: { kind: 'call', surface: 'chat' } } } },
};

/** Stagehand: a browser that a model works in. Without a model its class asks OpenAI. */
const constructed: SdkDescription = {
  id: '@browserbasehq/stagehand',
  language: 'javascript',
  packages: ['@browserbasehq/stagehand', '@browserbasehq/stagehand/*'],
  exports: { Stagehand: 'StagehandClass', V3: 'StagehandClass', AISdkClient: 'AiSdkClient', CustomOpenAIClient: 'OpenAiClient' },
  shapes: {
    ...shapes,
    StagehandClass: { construct: session },
    AiSdkClient: { construct: { from: '0.model', returns: 'Given' } },
    OpenAiClient: { construct: { from: '0.client', settings: { model: '0.modelName' }, returns: 'Given' } },
    Given: {},
  },
  vendor: 'openai',
  defaultModel: 'openai/gpt-4.1-mini',
  routing: {
    separator: '/',
    vendors: routerVendors,
    infer: [
      ['gpt-', 'openai'],
      ['o1', 'openai'],
      ['o3', 'openai'],
      ['o4', 'openai'],
      ['computer-use-preview', 'openai'],
      ['claude-', 'anthropic'],
      ['gemini-', 'google'],
      ['cerebras-', 'cerebras'],
      ['groq-', 'groq'],
    ],
  },
  callTexts: ['stagehand.act(', 'stagehand.extract(', 'stagehand.observe(', 'stagehand.agent('],
  unmoved,
  versions: '2.5.0, 3.7.3',
  source: 'https://github.com/browserbase/stagehand',
};

/** Stagehand 4: made by a function; without a model Browserbase's gateway chooses one for each call. */
const created: SdkDescription = {
  id: '@browserbasehq/stagehand@4',
  language: 'javascript',
  packages: ['@browserbasehq/stagehand'],
  exports: { Stagehand: 'StagehandClass' },
  shapes: { ...shapes, StagehandClass: { members: { create: { ...session, onlyNamed: true } } } },
  vendor: null,
  routing: { separator: '/', vendors: routerVendors },
  unmoved,
  versions: '4.0.2',
  source: 'https://github.com/browserbase/stagehand',
};

/** Stagehand, before and since version 4. */
export const stagehandSdks: readonly SdkDescription[] = [constructed, created];
