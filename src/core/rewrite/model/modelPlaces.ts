import type { Expression } from '../../facts/expression';
import type { Linker } from '../../link/linker';
import { alternativesOf, isAbsent, type Frame, type Value } from '../../link/value';
import type { Slot } from '../../match/description';
import type { MatchedCall } from '../../match/matcher';
import { readSlot } from '../../match/slots';
import type { TextRange } from '../../text/range';
import type { EntryForm } from '../../facts/moduleFacts';
import { formOf } from '../options/objectEdit';
import { entryValue, lookUp } from '../options/objects';
import { holderValue, optionPlace } from '../options/optionPlace';
import { unwrapTyped } from '../options/unwrap';

/** Where a call says which model it asks: a property of an object literal, or an argument of its own. */
export interface ModelPlace {
  readonly value: Expression;
  readonly frame: Frame;
  /** Of the whole property, or of the argument. */
  readonly range: TextRange;
  /** The property's name and form, null for an argument of its own. */
  readonly property: { readonly name: string; readonly form: EntryForm } | null;
  /** It is put together with what stands before a model's name where a table is asked: that part is not in it. */
  readonly isRest?: boolean;
}

export interface ModelPlaces {
  readonly found: readonly ModelPlace[];
  /** False when something that is not visible could name the model as well, or instead. */
  readonly certain: boolean;
}

/** The places that give a call's model, by its description; null for operations that name none. */
export function modelPlaces(linker: Linker, matched: MatchedCall): ModelPlaces | null {
  const { operation, call } = matched;
  // What is picked from a table is a name in the program; the model is named where the table is made, if no provider is asked for it.
  if (operation.pick) return matched.route.held ? heldPlaces(linker, matched, operation.pick.name) : null;
  const slot = operation.settings?.model ?? namedSlot(linker, matched);
  if (slot === undefined || operation.site?.kind === 'http') return null;
  const each = (typeof slot === 'string' ? [slot] : slot).flatMap((text): ModelPlaces[] => {
    const { holder, path } = optionPlace(text);
    const value = holderValue(linker, call.arguments, holder);
    if (!value || isAbsent(value)) return [];
    const [name, ...inner] = [...path].reverse();
    if (name !== undefined)
      return [asProperty(linker, operation.requires === '@request' ? requestsOf(linker, value) : [value], inner.reverse(), name)];
    return typeof holder === 'number' ? [asArgument(call.arguments, holder, value)] : [];
  });
  return each.length === 0 ? null : { found: each.flatMap(({ found }) => found), certain: each.every(({ certain }) => certain) };
}

/** The name by which a table is asked, or of a text that is put together the part after the provider's: `openai:${model}`. */
function heldPlaces(linker: Linker, { call, route }: MatchedCall, slot: Slot): ModelPlaces | null {
  const { holder } = optionPlace(typeof slot === 'string' ? slot : (slot[0] ?? '0'));
  const value = typeof holder === 'number' ? linker.positional(call.arguments, holder) : undefined;
  if (!value || typeof holder !== 'number') return null;
  const places = asArgument(call.arguments, holder, value);
  const found = places.found.map((place): ModelPlace => {
    const text = unwrapTyped(place.value);
    const [before, rest, ...others] = text.kind === 'template' ? text.parts : [];
    if (before !== route.held?.before || typeof rest !== 'object' || others.length > 0) return place;
    return { ...place, value: rest, range: rest.range, isRest: true };
  });
  return { ...places, found };
}

/** The slot that gives a model object or a model's name, where it is a name that goes through a client. */
function namedSlot(linker: Linker, { operation: { from, site }, call, route }: MatchedCall): Slot | undefined {
  if (from === undefined || route.client === null || site?.kind !== 'model-binding') return undefined;
  const given = readSlot(linker, call.arguments, from);
  return given && alternativesOf(given).some(({ kind }) => kind === 'literal' || kind === 'variable') ? from : undefined;
}

function asProperty(linker: Linker, values: readonly Value[], path: readonly string[], name: string): ModelPlaces {
  let holders = values;
  let certain = true;
  for (const step of path) {
    const looked = holders.map((holder) => lookUp(linker, holder, step));
    certain &&= looked.every((each) => each.certain);
    holders = looked.flatMap(({ found }) => found.map((each) => entryValue(linker, each)));
  }
  const looked = holders.map((holder) => lookUp(linker, holder, name));
  return {
    found: looked.flatMap(({ found }) =>
      found.map(({ object, entry }) => ({
        value: entry.value,
        frame: object.frame,
        range: entry.range,
        property: { name, form: formOf(object.fact) },
      })),
    ),
    certain: certain && looked.every((each) => each.certain),
  };
}

/** What a class makes of a request says what the request says: `new ConverseCommand({ modelId })`. */
function requestsOf(linker: Linker, value: Value): readonly Value[] {
  return alternativesOf(value).map((each) =>
    each.kind === 'call' && each.construct ? (linker.positional(each.arguments, 0) ?? each) : each,
  );
}

function asArgument(bound: MatchedCall['call']['arguments'], index: number, value: Value): ModelPlaces {
  const argument = bound.facts.positional[index];
  if (!argument || index >= bound.facts.spreadFrom) return { found: [], certain: false };
  // An object in this place has the model as one of its properties, which a slot of its own says.
  const isObject = alternativesOf(value).every(({ kind }) => kind === 'object' || kind === 'extended');
  if (isObject) return { found: [], certain: true };
  return { found: [{ value: argument, frame: bound.frame, range: unwrapTyped(argument).range, property: null }], certain: true };
}
