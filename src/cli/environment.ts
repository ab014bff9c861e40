import type * as catalogs from '../catalog';
import type { Day } from '../core/retirement/standing';
import type { EngineServiceOptions } from '../workspace/service/client';
import type { EngineService } from '../workspace/service/engineService';

/** A stream of the command line; `isTTY` when a person watches. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  /** Characters in a line, where a person watches. */
  readonly columns?: number | undefined;
}

/** Everything the commands touch besides files: given by `main`, or by a test. */
export interface Environment {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** What retirements are compared with. */
  readonly today: Day;
  /** The catalog's module, loaded when asked for; its names alone are in `src/catalog/names.ts`. */
  readonly catalogs: () => Promise<Pick<typeof catalogs, 'catalogWith' | 'customTargetRow' | 'readOverridesText'>>;
  readonly createService: (options: EngineServiceOptions) => EngineService;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
}
