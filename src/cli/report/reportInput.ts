import type { Day } from '../../core/retirement/standing';
import type { ScanResult } from '../../workspace/service/engineService';
import type { SitePositions } from '../sitePositions';
import type { Colors } from '../terminal/style';

/** What there is to report. */
export interface ReportInput {
  /** Absolute folder that paths are relative to. */
  readonly root: string;
  readonly result: ScanResult;
  readonly positions: SitePositions;
  readonly toolVersion: string;
  readonly catalogVersion: string;
  /** What retirements are compared with. */
  readonly today: Day;
  /** Names of vendors by id, for people. */
  readonly vendorName: (id: string) => string;
  readonly colors: Colors;
  /** Characters in a line of the terminal; undefined where lines may be of any length. */
  readonly width: number | undefined;
}
