import { createColors } from 'picocolors';
import type { Openness } from '../../core/callSite';
import type { Environment, Output } from '../environment';

export type Colors = ReturnType<typeof createColors>;

/** Colours for a stream: only for people, and as NO_COLOR and FORCE_COLOR ask. None where there is no stream. */
export function colorsFor(environment: Environment, output: Output | undefined, wanted: boolean): Colors {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment.variables;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const refused = (NO_COLOR !== undefined && NO_COLOR !== '') || TERM === 'dumb';
  return createColors(wanted && output !== undefined && (forced || (!refused && output.isTTY === true)));
}

/** The colour of an openness: closed stands out, open reassures, unknown asks. */
export function opennessColor(colors: Colors, openness: Openness): (text: string) => string {
  switch (openness) {
    case 'closed':
      return colors.red;
    case 'open-hosted':
    case 'self-hosted':
      return colors.green;
    case 'unknown':
      return colors.yellow;
  }
}
