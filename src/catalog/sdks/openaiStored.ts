import type { Operation } from '../../core/match/description';

/** A call that runs no model and has no counterpart on open-weight servers. */
function stored(surface: string, what: string): Operation {
  return { site: { kind: 'call', surface, inference: false }, locked: `${what} live on the vendor's server` };
}

/** Members of the same names below a root, each of which reads or writes what the vendor keeps. */
export function state(surface: string, what: string, names: readonly string[], root = ''): Record<string, Operation> {
  return Object.fromEntries(names.map((name) => [root === '' ? name : `${root}.${name}`, stored(surface, what)]));
}

const crud = ['create', 'retrieve', 'update', 'list', 'del', 'delete'];
const below = (root: string, names: readonly string[]): string[] => names.map((name) => `${root}.${name}`);

const vectorStores = [
  ...crud,
  'search',
  ...below('files', [
    'create',
    'createAndPoll',
    'upload',
    'uploadAndPoll',
    'update',
    'list',
    'retrieve',
    'content',
    'poll',
    'del',
    'delete',
  ]),
  ...below('fileBatches', ['create', 'createAndPoll', 'uploadAndPoll', 'retrieve', 'cancel', 'listFiles', 'poll']),
];

const fineTuning = [
  ...below('fineTuning.jobs', ['create', 'retrieve', 'list', 'cancel', 'pause', 'resume', 'listEvents', 'checkpoints.list']),
  ...below('fineTuning.checkpoints.permissions', ['create', 'retrieve', 'list', 'del', 'delete']),
  ...below('fineTuning.alpha.graders', ['run', 'validate']),
  ...below('fineTunes', ['create', 'list', 'retrieve', 'cancel', 'listEvents']),
];

const evals = [
  ...crud,
  ...below('runs', ['create', 'retrieve', 'list', 'del', 'delete', 'cancel', 'outputItems.retrieve', 'outputItems.list']),
];

const containers = [...crud, ...below('files', [...crud, 'content.retrieve'])];
const skills = [...crud, 'content.retrieve', ...below('versions', [...crud, 'content.retrieve'])];
const threads = [
  ...crud,
  ...below('messages', crud),
  ...below('runs', ['retrieve', 'update', 'list', 'cancel', 'poll', 'steps.list', 'steps.retrieve']),
];
const hostedAgents = [
  ...crud,
  ...below('automations', [...crud, 'pause', 'resume']),
  ...below('environments', [...crud, ...below('files', ['create', 'list', 'prepare', 'upload']), ...below('templates', crud)]),
  ...below('vaults', [...crud, ...below('credentials', crud)]),
  ...below('sessions', ['retrieve', 'update', 'list', 'delete', 'items.list', 'turns.list', 'turns.retrieve', 'events.stream']),
];

/** Members of a client of the `openai` package that run no model: what they reach lives on the vendor's server. */
export const openaiStored: Readonly<Record<string, Operation>> = {
  ...state('chat', 'stored completions', ['retrieve', 'update', 'list', 'del', 'delete', 'messages.list'], 'chat.completions'),
  ...state('responses', 'stored responses', ['retrieve', 'cancel', 'del', 'delete', 'inputItems.list'], 'responses'),
  ...state('responses', 'stored responses', ['retrieve', 'cancel', 'delete', 'inputItems.list'], 'beta.responses'),
  ...state('conversations', 'conversations', [...crud, ...below('items', crud)], 'conversations'),
  ...state('files', 'uploaded files', [...crud, 'content', 'retrieveContent', 'waitForProcessing'], 'files'),
  ...state('files', 'uploaded files', ['create', 'complete', 'cancel', 'parts.create'], 'uploads'),
  ...state('batches', 'batches', ['create', 'retrieve', 'list', 'cancel'], 'batches'),
  ...state('fine-tuning', 'fine-tuning jobs', fineTuning),
  ...state('vectorStores', 'vector stores', vectorStores, 'vectorStores'),
  ...state('vectorStores', 'vector stores', vectorStores, 'beta.vectorStores'),
  ...state('evals', 'evaluations', evals, 'evals'),
  ...state('containers', 'containers', containers, 'containers'),
  ...state('skills', 'skills', skills, 'skills'),
  ...state('videos', 'videos', ['retrieve', 'list', 'delete', 'downloadContent', 'createCharacter', 'getCharacter'], 'videos'),
  ...state('speech', 'voices', ['audio.voices.create', 'audio.voices.delete', ...below('audio.voiceConsents', crud)]),
  ...state('assistants', 'assistants and threads', ['retrieve', 'list', 'del', 'delete'], 'beta.assistants'),
  ...state('assistants', 'assistants and threads', threads, 'beta.threads'),
  ...state('assistants', 'hosted chats', [...below('sessions', ['create', 'cancel']), ...below('threads', crud)], 'beta.chatkit'),
  ...state('agents', 'hosted agents', hostedAgents, 'beta.agents'),
};
