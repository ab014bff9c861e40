import type { Day } from '../../core/retirement/standing';
import type { ScanResult } from '../../workspace/service/engineService';
import type { SitePositions } from '../sitePositions';
import type { Colors } from '../terminal/style';
import { renderJson } from './jsonReport';
import { renderText } from './textReport';

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

/** A format of `openward scan`. */
export interface Reporter {
  /** One clause for the help text. */
  readonly description: string;
  /** The report, ending in a line break. */
  render(input: ReportInput): string;
}

/** The formats by name. A new one is a row here and a file beside this one. */
export const reporters: Readonly<Record<string, Reporter>> = {
  text: { description: 'readable, grouped by file', render: renderText },
  json: { description: 'stable, for other programs', render: renderJson },
};
