import type { Operation, SdkDescription } from '../../../core/match/description';
import { allAsk, asks, makesClient, runNoModel } from '../models/operations';
import { exportsOf } from './pythonic';

const eleven = 'model_id=';
const elevenlabs: SdkDescription = {
  id: 'elevenlabs',
  language: 'python',
  packages: ['elevenlabs', 'elevenlabs.client'],
  exports: { ...exportsOf(['ElevenLabs', 'AsyncElevenLabs'], 'ClientClass'), generate: 'Generate' },
  shapes: {
    ClientClass: { construct: makesClient('Client', { baseUrl: 'base_url=', key: 'api_key=' }) },
    Client: {
      members: {
        ...allAsk(
          'speech',
          ['convert', 'convert_as_stream', 'stream', 'convert_with_timestamps', 'stream_with_timestamps', 'convert_realtime']
            .map((name) => `text_to_speech.${name}`)
            .concat(['speech_to_speech.convert', 'speech_to_speech.stream', 'speech_to_speech.convert_as_stream'])
            .concat(['text_to_dialogue.convert', 'text_to_dialogue.stream', 'text_to_sound_effects.convert']),
          eleven,
        ),
        generate: asks('speech', 'model='),
        ...allAsk('transcriptions', ['speech_to_text.convert'], eleven),
        ...allAsk('music', ['music.compose', 'music.stream', 'music.compose_detailed'], eleven),
        ...allAsk('audio', ['audio_isolation.convert', 'audio_isolation.stream'], null),
        ...runNoModel('models', ['voices.get_all', 'voices.get', 'voices.search', 'models.list', 'models.get_all', 'user.get']),
      },
    },
    // Up to 0.2 the module was the client.
    Generate: { call: asks('speech', 'model=') },
  },
  vendor: 'elevenlabs',
  defaultBaseUrl: 'https://api.elevenlabs.io',
  keyVariables: ['ELEVENLABS_API_KEY', 'ELEVEN_API_KEY'],
  versions: '1.5.0, 2.78.0',
  source: 'https://github.com/elevenlabs/elevenlabs-python',
};

const speechModel = ['config=.speech_model', 'speech_model='];
const transcribes = allAsk('transcriptions', ['transcribe', 'transcribe_async', 'transcribe_group', 'submit', 'submit_group'], speechModel);
const transcriber: Operation = { settings: { model: speechModel }, returns: 'Transcriber' };
const assemblyai: SdkDescription = {
  id: 'assemblyai',
  language: 'python',
  packages: ['assemblyai', 'assemblyai.*'],
  exports: {
    ...exportsOf(['Transcriber', 'AsyncTranscriber', 'SyncTranscriber'], 'TranscriberClass'),
    RealtimeTranscriber: 'RealtimeClass',
    StreamingClient: 'RealtimeClass',
    Lemur: 'LemurClass',
  },
  shapes: {
    TranscriberClass: { construct: makesClient('Transcriber', {}, transcriber) },
    Transcriber: { members: transcribes },
    RealtimeClass: { construct: makesClient('Realtime', {}) },
    Realtime: { members: allAsk('realtime', ['connect', 'stream'], null) },
    LemurClass: { construct: makesClient('LemurObject', {}) },
    LemurObject: { members: allAsk('chat', ['task', 'question', 'summarize', 'action_items'], 'final_model=') },
  },
  vendor: 'assemblyai',
  defaultBaseUrl: 'https://api.assemblyai.com',
  keyVariables: ['ASSEMBLYAI_API_KEY'],
  versions: '0.35.0, 1.8.2',
  source: 'https://github.com/AssemblyAI/assemblyai-python-sdk',
};

const nova = ['model=', 'options=.model', '1.model'];
const listens = ['transcribe_url', 'transcribe_file', 'transcribe_url_async', 'transcribe_file_async', 'transcribe_url_callback'];
/** Paths to the same requests in versions 3 to 7. */
const listening = ['listen.v1.media', 'listen.rest', 'listen.prerecorded', 'listen.asyncrest', 'listen.asyncprerecorded'];
const deepgram: SdkDescription = {
  id: 'deepgram-sdk',
  language: 'python',
  packages: ['deepgram', 'deepgram.client'],
  exports: exportsOf(['DeepgramClient', 'AsyncDeepgramClient', 'Deepgram'], 'ClientClass'),
  shapes: {
    ClientClass: { construct: makesClient('Client', { key: ['api_key=', 'access_token=', '0'], baseUrl: ['base_url=', 'config=.url'] }) },
    Client: {
      members: {
        ...allAsk(
          'transcriptions',
          listening.flatMap((path) => listens.map((name) => `${path}.${name}`)),
          nova,
        ),
        ...allAsk('realtime', ['listen.v1.connect', 'listen.v2.connect'], 'model='),
        ...allAsk('speech', ['speak.v1.audio.generate', 'speak.v1.connect'], 'model='),
        'read.v1.text.analyze': asks('extractions', null),
        // Versions 3 to 5 ask for the API's version first.
        ...Object.fromEntries(
          ['listen.prerecorded.v', 'listen.rest.v', 'listen.asyncprerecorded.v', 'listen.asyncrest.v'].map((path): [string, Operation] => [
            path,
            { returns: 'Prerecorded' },
          ]),
        ),
        ...Object.fromEntries(
          ['listen.live.v', 'listen.websocket.v', 'listen.asyncwebsocket.v', 'listen.asynclive.v'].map((path): [string, Operation] => [
            path,
            { returns: 'Live' },
          ]),
        ),
        ...Object.fromEntries(
          ['speak.v', 'speak.rest.v', 'speak.asyncrest.v'].map((path): [string, Operation] => [path, { returns: 'Speak' }]),
        ),
        // Version 2.
        ...allAsk('transcriptions', ['transcription.prerecorded', 'transcription.sync_prerecorded'], '1.model'),
        ...allAsk('realtime', ['transcription.live'], '0.model'),
      },
    },
    Prerecorded: { members: allAsk('transcriptions', listens, nova) },
    Live: { members: allAsk('realtime', ['start'], ['options=.model', '0.model']) },
    Speak: { members: allAsk('speech', ['save', 'stream', 'stream_memory', 'stream_raw'], nova) },
  },
  vendor: 'deepgram',
  defaultBaseUrl: 'https://api.deepgram.com',
  keyVariables: ['DEEPGRAM_API_KEY'],
  versions: '3.7.0, 7.17.0',
  source: 'https://github.com/deepgram/deepgram-python-sdk',
};

/** Speech made and understood. */
export const pythonSpeech: readonly SdkDescription[] = [elevenlabs, assemblyai, deepgram];
