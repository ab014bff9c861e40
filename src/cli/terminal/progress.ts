import { Presets, SingleBar } from 'cli-progress';
import type { ScanProgress } from '../../workspace/service/engineService';
import type { Output } from '../environment';

/** Shows how far a scan has come. */
export interface ProgressView {
  update(progress: ScanProgress): void;
  /** Takes the bar off the screen. */
  stop(): void;
}

const silent: ProgressView = { update: () => undefined, stop: () => undefined };

/** A bar on a terminal; nothing anywhere else, and nothing where there is no stream. */
export function progressView(output: Output | undefined): ProgressView {
  if (output?.isTTY !== true || !isStream(output)) return silent;
  const bar = new SingleBar(
    { stream: output, format: '{bar} {value}/{total} files, {callSites} call sites', clearOnComplete: true, hideCursor: true, barsize: 30 },
    Presets.shades_grey,
  );
  let started = false;
  return {
    update: ({ files, total, callSites }) => {
      if (!started) bar.start(total, files, { callSites });
      started = true;
      bar.setTotal(total);
      bar.update(files, { callSites });
    },
    stop: () => {
      if (started) bar.stop();
    },
  };
}

function isStream(output: Output): output is Output & NodeJS.WritableStream {
  return 'on' in output;
}
