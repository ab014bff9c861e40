import { ModuleResolver } from '../resolve/moduleResolver';
import { folderNames, folderTime, linkAnswer, listFolder, type FolderAnswers } from '../resolve/fileIndex';
import { recheck, type FileRecord } from './fileState';
import { Recorder, type Lookups } from './recorder';
import { spread, type Snapshot } from './snapshot';

/** What of a snapshot still holds. */
export interface Revalidated {
  /** The snapshot without outcomes and modules that don't hold, with the disk's state as it is now. */
  readonly snapshot: Snapshot;
  /** Whether it says anything else than what was kept. */
  readonly isChanged: boolean;
}

/**
 * Looks what of a snapshot still holds: an outcome does when its file, every file it was drawn from and every file that their
 * imports mean are the same as then. Yields now and then, so that long work can be interrupted.
 * @param documents open documents, whose texts hide the disk's
 */
export function* revalidate(kept: Snapshot, documents: ReadonlySet<string>): Generator<void, Revalidated> {
  let isChanged = false;
  /** Only what is not as it was. */
  const renewed = new Map<string, FileRecord>();
  const stale = new Set<string>();
  let count = 0;
  for (const [file, record] of kept.files) {
    const now = documents.has(file) ? undefined : recheck(file, record);
    if (now === undefined) stale.add(file);
    else if (now !== record) renewed.set(file, now);
    if (now !== record) isChanged = true;
    if (++count % 64 === 0) yield;
  }
  const gone = new Set(stale);
  yield;
  const lookups = recheckLookups(kept.lookups);
  let { log } = kept;
  let resolved: Lookups | undefined = lookups;
  if (!lookups) {
    isChanged = true;
    const again = resolveAgain(kept.resolutions);
    for (const file of again.changed) stale.add(file);
    ({ lookups: resolved, log } = again);
  } else if (lookups !== kept.lookups) isChanged = true;
  if (stale.size > 0) spread(stale, kept.resolutions);
  const holds = ([file]: readonly [string, unknown]): boolean => !stale.has(file);
  return {
    snapshot: {
      outcomes: stale.size === 0 ? kept.outcomes : new Map([...kept.outcomes].filter(holds)),
      files: isChanged ? { [Symbol.iterator]: () => filesNow(kept.files, gone, renewed) } : kept.files,
      lookups: resolved ?? kept.lookups,
      get resolutions() {
        return stale.size === 0 ? kept.resolutions : new Map([...kept.resolutions].filter(holds));
      },
      log,
      walk: kept.walk,
    },
    isChanged,
  };
}

/** The files that are as they were, with their states as they are now. */
function* filesNow(
  kept: Snapshot['files'],
  gone: ReadonlySet<string>,
  renewed: ReadonlyMap<string, FileRecord>,
): Generator<readonly [string, FileRecord], void> {
  for (const [file, record] of kept) if (!gone.has(file)) yield [file, renewed.get(file) ?? record];
}

/** The lookups with times as they are now; undefined when an answer would be another. */
function recheckLookups(lookups: Lookups): Lookups | undefined {
  let isRefreshed = false;
  const configurations: (readonly [string, FileRecord])[] = [];
  for (const entry of lookups.configurations) {
    const now = recheck(...entry);
    if (now === undefined) return undefined;
    configurations.push(now === entry[1] ? entry : [entry[0], now]);
    if (now !== entry[1]) isRefreshed = true;
  }
  for (const [path, answer] of lookups.links) {
    const now = linkAnswer(path);
    if (now?.folder !== answer?.folder || now?.isLink !== answer?.isLink) return undefined;
  }
  const folders: (readonly [string, FolderAnswers])[] = [];
  for (const entry of lookups.folders) {
    const now = recheckFolder(...entry);
    if (now === undefined) return undefined;
    folders.push(now === entry[1] ? entry : [entry[0], now]);
    if (now !== entry[1]) isRefreshed = true;
  }
  return isRefreshed ? { ...lookups, configurations, folders } : lookups;
}

function recheckFolder(folder: string, answers: FolderAnswers): FolderAnswers | undefined {
  const modified = folderTime(folder);
  if (modified !== 0 && modified === answers.modified) return answers;
  const { entries, hasLinks } = listFolder(folder);
  if (answers.folders !== null && folderNames(entries) !== answers.folders) return undefined;
  for (const [name, kind] of Object.entries(answers.names)) if ((entries.get(name) ?? 'none') !== kind) return undefined;
  // What a link leads to changes without the folder.
  const time = hasLinks ? 0 : modified;
  return time === answers.modified ? answers : { ...answers, modified: time };
}

/** Resolves every import anew; tells in which modules one means another file than before. */
function resolveAgain(resolutions: Snapshot['resolutions']): { changed: string[]; lookups: Lookups; log: readonly string[] } {
  const recorder = new Recorder();
  const log: string[] = [];
  const resolver = new ModuleResolver(new Set<string>(), (line) => log.push(line), recorder);
  const changed: string[] = [];
  for (const [from, targets] of resolutions) {
    let isSame = true;
    // All of them, also after a difference: what they ask is what the next time is checked.
    for (const [specifier, file] of targets) if ((resolver.resolve(specifier, from) ?? null) !== file) isSame = false;
    if (!isSame) changed.push(from);
  }
  return { changed, lookups: recorder.take().lookups, log };
}
