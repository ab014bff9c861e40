import { resolve } from 'node:path';
import type { CatalogOverrides } from '../core/catalog/overrides';
import { systemCacheFolder } from '../workspace/cache/cacheFolder';
import type { EngineServiceOptions } from '../workspace/service/client';
import type { EngineService, ScanResult } from '../workspace/service/engineService';
import type { Environment } from './environment';
import { InterruptedError, UsageError } from './exit';
import type { InputPath } from './inputPath';
import { count } from './terminal/columns';
import { progressView } from './terminal/progress';

/** Options of every command that scans. */
export interface ScanOptions {
  readonly exclude: readonly string[];
  readonly maxFileSize: number;
  readonly quiet: boolean;
  /** False when the results of earlier scans are neither used nor kept. */
  readonly cache: boolean;
  readonly cacheDir?: string;
  /** Whether manifests and configuration files are read too; absent for commands that only look for call sites. */
  readonly configuration?: boolean;
}

/** The engine's options from the command line's, and the user's own catalog rows. */
export function serviceOptions(
  environment: Environment,
  { maxFileSize, cache, cacheDir }: ScanOptions,
  overrides: CatalogOverrides | undefined,
): EngineServiceOptions {
  const folder = cacheDir === undefined ? systemCacheFolder(environment.variables) : resolve(environment.cwd, cacheDir);
  return {
    maxFileBytes: maxFileSize,
    overrides,
    cache: cache && folder !== undefined ? { folder, version: environment.version } : undefined,
  };
}

/**
 * Scans what the user named, with a progress bar for a person. Throws {@link UsageError} when the named path itself can't be
 * read and {@link InterruptedError} when the user interrupts.
 */
export async function runScan(
  environment: Environment,
  service: EngineService,
  input: InputPath,
  options: ScanOptions,
): Promise<ScanResult> {
  const view = progressView(options.quiet ? undefined : environment.stderr);
  const request = {
    roots: [input.path],
    excludes: options.exclude.map(searchGlob),
    maxFileBytes: options.maxFileSize,
    configuration: options.configuration ?? false,
  };
  let result: ScanResult;
  try {
    result = await service.scan(request, (progress) => view.update(progress), environment.signal);
  } finally {
    view.stop();
  }
  if (result.cancelled) {
    throw new InterruptedError(`interrupted after ${count(result.stats.files, 'file')}; nothing is reported of an incomplete scan`);
  }
  const fatal = result.errors.find(({ file }) => file === input.path);
  if (fatal) throw new UsageError(`cannot scan ${input.given}: ${fatal.message}`);
  return result;
}

/** A glob as VS Code's search box reads it: a name without a folder holds at any depth. */
function searchGlob(glob: string): string {
  const trimmed = glob.replace(/^\.\//, '').replace(/\/+$/, '');
  return trimmed.includes('/') ? trimmed : `**/${trimmed}`;
}
