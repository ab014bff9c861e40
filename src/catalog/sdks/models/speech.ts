import type { SdkDescription } from '../../../core/match/description';
import { allAsk, asks, makesClient, runNoModel } from './operations';

const withTimestamps = (root: string): string[] =>
  ['convert', 'stream', 'convertWithTimestamps', 'streamWithTimestamps'].map((name) => `${root}.${name}`);
const modelOfVoice = ['1.modelId', '1.model_id'];
const modelOfRequest = ['0.modelId', '0.model_id'];

/** ElevenLabs' client under both of its names; a voice stands before the request. */
export const elevenlabs: SdkDescription = {
  id: '@elevenlabs/elevenlabs-js',
  language: 'javascript',
  packages: ['@elevenlabs/elevenlabs-js', 'elevenlabs'],
  exports: { ElevenLabsClient: 'ElevenLabs' },
  shapes: {
    ElevenLabs: { construct: makesClient('Client', { baseUrl: ['0.baseUrl', '0.environment'], key: '0.apiKey' }) },
    Client: {
      members: {
        ...allAsk('speech', withTimestamps('textToSpeech'), modelOfVoice),
        ...allAsk('speech', ['speechToSpeech.convert', 'speechToSpeech.stream'], modelOfVoice),
        ...allAsk('speech', withTimestamps('textToDialogue'), modelOfRequest),
        ...allAsk('speech', ['generate', 'textToSoundEffects.convert', 'textToVoice.design', 'textToVoice.createPreviews'], modelOfRequest),
        ...allAsk('speech', ['audioIsolation.convert', 'audioIsolation.stream', 'audioIsolation.audioIsolation'], null),
        ...allAsk('speech', ['music.compose', 'music.composeDetailed', 'music.stream'], modelOfRequest),
        ...allAsk('transcriptions', ['speechToText.convert'], modelOfRequest),
        'forcedAlignment.create': asks('transcriptions', null),
        ...runNoModel('models', ['models.list', 'models.getAll', 'voices.search', 'voices.getAll', 'voices.get', 'voices.getShared']),
        ...runNoModel('assistants', ['conversationalAi.agents.create', 'conversationalAi.agents.list', 'conversationalAi.agents.get']),
      },
    },
  },
  vendor: 'elevenlabs',
  defaultBaseUrl: 'https://api.elevenlabs.io',
  keyVariables: ['ELEVENLABS_API_KEY'],
  versions: '2.73.0, elevenlabs 1.59.0',
  source: 'https://github.com/elevenlabs/elevenlabs-js',
};

const speechModel = ['0.speech_model', '0.speech_models.0'];

/** AssemblyAI's client. */
export const assemblyai: SdkDescription = {
  id: 'assemblyai',
  language: 'javascript',
  packages: ['assemblyai'],
  exports: { AssemblyAI: 'AssemblyAI' },
  shapes: {
    AssemblyAI: { construct: makesClient('Client', { baseUrl: '0.baseUrl', key: '0.apiKey' }) },
    Client: {
      members: {
        ...allAsk('transcriptions', ['transcripts.transcribe', 'transcripts.submit', 'transcripts.create', 'sync.transcribe'], speechModel),
        ...allAsk('realtime', ['realtime.transcriber', 'streaming.transcriber'], '0.speechModel'),
        ...allAsk('chat', ['lemur.task', 'lemur.summary', 'lemur.questionAnswer', 'lemur.actionItems'], '0.final_model'),
        ...runNoModel('transcriptions', ['transcripts.get', 'transcripts.list', 'transcripts.delete', 'transcripts.waitUntilReady']),
        ...runNoModel('files', ['files.upload']),
      },
    },
  },
  vendor: 'assemblyai',
  defaultBaseUrl: 'https://api.assemblyai.com',
  keyVariables: ['ASSEMBLYAI_API_KEY'],
  versions: '4.8.0, 4.41.5',
  source: 'https://github.com/AssemblyAI/assemblyai-node-sdk',
};

/** Deepgram's client: `Deepgram` in v2, `createClient` in v3 and v4, `DeepgramClient` in v5. */
export const deepgram: SdkDescription = {
  id: '@deepgram/sdk',
  language: 'javascript',
  packages: ['@deepgram/sdk'],
  exports: { createClient: 'CreateClient', DeepgramClient: 'CreateClient', Deepgram: 'CreateClient', default: 'CreateClient' },
  shapes: {
    CreateClient: {
      call: makesClient('Client', { baseUrl: ['1.global.url', '0.global.url'], key: ['0', '0.key'] }),
      construct: makesClient('Client', { baseUrl: ['0.baseUrl', '0.environment'], key: ['0.apiKey', '0'] }),
    },
    Client: {
      members: {
        ...allAsk('transcriptions', ['listen.prerecorded.transcribeUrl', 'listen.prerecorded.transcribeFile'], '1.model'),
        ...allAsk('transcriptions', ['listen.prerecorded.transcribeUrlCallback', 'listen.prerecorded.transcribeFileCallback'], '2.model'),
        'listen.v1.media.transcribeUrl': asks('transcriptions', '0.model'),
        'listen.v1.media.transcribeFile': asks('transcriptions', '1.model'),
        'transcription.preRecorded': asks('transcriptions', '1.model'),
        ...allAsk('realtime', [
          'listen.live',
          'listen.v1.connect',
          'listen.v2.connect',
          'transcription.live',
          'speak.live',
          'speak.v1.connect',
        ]),
        ...allAsk('realtime', ['agent', 'agent.v1.connect'], null),
        'speak.request': asks('speech', '1.model'),
        'speak.v1.audio.generate': asks('speech', '0.model'),
        ...allAsk('chat', ['read.analyzeText', 'read.analyzeUrl', 'read.v1.text.analyze'], null),
        ...runNoModel('models', ['models.getAll', 'models.getModel', 'manage.v1.models.list', 'manage.v1.models.get']),
      },
    },
  },
  vendor: 'deepgram',
  defaultBaseUrl: 'https://api.deepgram.com',
  keyVariables: ['DEEPGRAM_API_KEY'],
  versions: '2.4.0, 3.13.0, 4.11.3, 5.13.0',
  source: 'https://github.com/deepgram/deepgram-js-sdk',
};
