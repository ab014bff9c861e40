import type { ChannelFactory } from './channel';
import type { FromWorker, ToWorker } from './protocol';
import { serve, type SessionFactory } from './server';

/** Workers in the caller's own thread whose messages are handed over as they are: for work that is over sooner than a copy. */
export function localChannels(open: SessionFactory): ChannelFactory {
  return (_purpose, events) => {
    let isOpen = true;
    let receive: (message: ToWorker) => void = () => undefined;
    let close: () => void = () => undefined;
    serve(
      {
        postMessage: (message: FromWorker) => {
          if (isOpen) events.message(message);
        },
        on: (event: 'message' | 'close', listener: ((message: ToWorker) => void) | (() => void)) => {
          if (event === 'message') receive = listener;
          else close = listener as () => void;
        },
      },
      open,
    );
    return {
      post: (message) => {
        if (isOpen) receive(message);
      },
      terminate: () => {
        if (isOpen) {
          isOpen = false;
          close();
          setImmediate(() => events.exit('it was stopped'));
        }
        return Promise.resolve();
      },
    };
  };
}
