import { renderJson } from './jsonReport';
import type { ReportInput } from './reportInput';
import { renderText } from './textReport';

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
