import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { threadChannels, type ChannelEvents } from '../../../src/workspace/service/channel';
import { makeTree } from '../support/tree';

/** A worker that answers with its thread's number. */
const script =
  "const { parentPort, threadId } = require('node:worker_threads'); parentPort.on('message', () => parentPort.postMessage(threadId));";
const file = join(makeTree({ 'worker.js': script }), 'worker.js');

describe('Channels to threads', () => {
  /** The number of the thread that a new channel leads to. */
  const threadOf = async (channels: ReturnType<typeof threadChannels>, purpose: 'scan' | 'interactive'): Promise<unknown> => {
    const answers: unknown[] = [];
    let tell: () => void = () => undefined;
    const told = new Promise<void>((resolve) => (tell = resolve));
    const events: ChannelEvents = {
      message: (message) => {
        answers.push(message);
        tell();
      },
      exit: tell,
    };
    const channel = channels(purpose, events);
    channel.post({ type: 'close', file: '' });
    await told;
    await channel.terminate();
    return answers[0];
  };

  it('lead to a thread that runs already for the first scan only', async () => {
    const early = new Worker(file);
    early.unref();
    const number = early.threadId;
    const channels = threadChannels(file, undefined, undefined, early);
    assert.notEqual(await threadOf(channels, 'interactive'), number);
    assert.equal(await threadOf(channels, 'scan'), number);
    assert.notEqual(await threadOf(channels, 'scan'), number);
  });

  it('lead to a new thread where that one has ended', async () => {
    const early = new Worker('', { eval: true });
    await once(early, 'exit');
    assert.equal(typeof (await threadOf(threadChannels(file, undefined, undefined, early), 'scan')), 'number');
  });
});
