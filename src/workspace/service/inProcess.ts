import { MessageChannel } from 'node:worker_threads';
import { builtInSigns } from './builtInSigns.built';
import type { ChannelFactory } from './channel';
import { EngineClient, type EngineServiceOptions } from './client';
import type { EngineService } from './engineService';
import type { FromWorker } from './protocol';
import { Prefilters } from './prefilters';
import { Scout } from './scout';
import { serve } from './server';
import { Session, type EngineFactory } from './session';
import { SiftingSession } from './siftingSession';

/** The engine service in the caller's own thread, for tests and for hosts without threads. */
export function createInProcessEngineService(createEngine: EngineFactory, options: EngineServiceOptions = {}): EngineService {
  return new EngineClient(inProcessChannels(createEngine), options);
}

/** Workers in the caller's own thread, for tests and for hosts without threads. Messages are copied as between threads. */
export function inProcessChannels(createEngine: EngineFactory): ChannelFactory {
  const prefilters = new Prefilters(builtInSigns);
  return (purpose, events) => {
    const { port1, port2 } = new MessageChannel();
    serve(port2, (message, log) =>
      purpose === 'scout'
        ? new Scout(message)
        : new SiftingSession(message, prefilters, (reads) => new Session(createEngine, message, log, reads)),
    );
    port1.on('message', (message: FromWorker) => events.message(message));
    port1.on('close', () => events.exit('it was stopped'));
    return {
      post: (message) => port1.postMessage(message),
      terminate: () => {
        port1.close();
        return Promise.resolve();
      },
    };
  };
}
