import type { Linker } from '../../link/linker';
import type { BoundArguments, Value } from '../../link/value';
import { parseSlot } from '../../match/slots';

/** What holds options of a call: an argument by its position, or all its named arguments as one object. */
export type Holder = number | 'named';

/** Where an option stands: the members that lead to it from what holds it. */
export interface OptionPlace {
  readonly holder: Holder;
  readonly path: readonly string[];
}

const places = new Map<string, OptionPlace>();

/** A description's slot as a place: `0.model` and `model=` are both the member `model`, of other holders. */
export function optionPlace(slot: string): OptionPlace {
  let place = places.get(slot);
  if (!place) {
    const { argument, path } = parseSlot(slot);
    place = typeof argument === 'number' ? { holder: argument, path } : { holder: 'named', path: [argument, ...path] };
    places.set(slot, place);
  }
  return place;
}

/** What holds options of a call; undefined when the call certainly has no such argument. */
export function holderValue(linker: Linker, bound: BoundArguments, holder: Holder): Value | undefined {
  if (holder !== 'named') return linker.positional(bound, holder);
  const { named } = bound.facts;
  return named && { kind: 'object', fact: named, frame: bound.frame };
}
