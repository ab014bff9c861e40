import { readDotenv } from '../../environment/dotenv';
import { nameIn } from '../../text/paths';
import type { LocatedEdit, PlanContext } from '../context';
import { dotenvEdits, type Assignment } from './dotenvEdits';
import { isLoaded } from './loading';
import { environmentPlace, type EnvironmentPlace } from './places';
import type { VariableChange } from './variables';

/** The edits of the environment files that some modules read; or two things that a variable would have to be at once. */
export type EnvironmentFilesPlan =
  | { readonly obstacle: string; readonly variable: string }
  | {
      readonly edits: readonly LocatedEdit[];
      readonly steps: readonly string[];
      /** What is to be known, at a module. */
      readonly notes: readonly { readonly file: string; readonly reason: string; readonly changesResults?: true }[];
    };

/** The modules of one environment file, and what is asked of it. */
interface Asked {
  readonly place: EnvironmentPlace;
  readonly module: string;
  readonly changes: Map<string, VariableChange>;
}

/** Plans the environment files once for all that moves. */
export function planEnvironmentFiles(context: PlanContext, changes: readonly VariableChange[]): EnvironmentFilesPlan {
  const asked = new Map<string, Asked>();
  for (const change of changes) {
    const place = placeOf(context, change.module, changes);
    const known = asked.get(place.main) ?? { place, module: change.module, changes: new Map<string, VariableChange>() };
    asked.set(place.main, known);
    const other = known.changes.get(change.variable);
    if (other && other.value !== change.value)
      return {
        obstacle: `\`${change.variable}\` would have to be ${inWords(other)} and ${inWords(change)} at once`,
        variable: change.variable,
      };
    known.changes.set(change.variable, change);
  }
  const plans = [...asked.values()].map((each) => planFile(context, each));
  return {
    edits: plans.flatMap(({ edits }) => edits),
    steps: [...new Set(plans.flatMap(({ steps }) => steps))],
    notes: plans.flatMap(({ notes }) => notes),
  };
}

/** The environment files of a module, given all that is asked. */
export function placeOf({ analyses }: PlanContext, module: string, changes: readonly VariableChange[]): EnvironmentPlace {
  const keys = changes.filter(({ holds }) => holds === 'key').map(({ variable }) => variable);
  return environmentPlace(analyses.host, module, keys);
}

function inWords({ value }: VariableChange): string {
  return value === null ? 'not set' : `\`${value}\``;
}

interface FilePlan {
  readonly edits: readonly LocatedEdit[];
  readonly steps: readonly string[];
  readonly notes: readonly { readonly file: string; readonly reason: string; readonly changesResults?: true }[];
}

function planFile(context: PlanContext, { place, module, changes }: Asked): FilePlan {
  const { host } = context.analyses;
  const all = [...changes.values()];
  const files = [...new Set([...place.files, place.main])];
  const setIn = (file: string): ReadonlySet<string> => new Set(readDotenv(host.read(file) ?? '').map(({ name }) => name));
  const set = new Set(files.flatMap((file) => [...setIn(file)]));
  const missing = new Set(all.filter(({ variable }) => !set.has(variable)).map(({ variable }) => variable));
  const edits = files.flatMap((file) =>
    dotenvEdits(host.read(file) ?? '', all, file === place.main ? missing : new Set()).map((edit): LocatedEdit => ({ file, ...edit })),
  );
  const said = all.filter(({ value, variable }) => value !== null || set.has(variable));
  const name = context.nameOf(place.main);
  return {
    edits: [...edits, ...exampleEdits(context, place, all)],
    steps: [
      ...said.map(({ step }) => `${step} (${name})`),
      ...(edits.length > 0 && said.some(({ variable }) => set.has(variable)) ? ['Keep what these variables were as comments'] : []),
    ],
    notes: notesOf(context, { place, module, changes }, name).map((reason) => ({ file: module, reason })),
  };
}

/** The file that shows what can be set has the same names, and no key. */
function exampleEdits(
  { analyses: { host } }: PlanContext,
  { example }: EnvironmentPlace,
  changes: readonly VariableChange[],
): LocatedEdit[] {
  const text = host.read(example) ?? '';
  const there = new Set(readDotenv(text).map(({ name }) => name));
  const shown = changes.flatMap(({ variable, value, holds }): Assignment[] => {
    if (value === null || (holds === 'key' && there.has(variable))) return [];
    return [{ variable, value: holds === 'key' && value.startsWith('put-your-') ? '' : value }];
  });
  const edits = dotenvEdits(text, shown, new Set(shown.map(({ variable }) => variable)), 'not-at-all');
  return edits.map((edit) => ({ file: example, ...edit }));
}

/** What the user has to know of an environment file. */
function notesOf(context: PlanContext, { place, module, changes }: Asked, name: string): string[] {
  const { analyses, target, request } = context;
  const of = (holds: VariableChange['holds'], isSet = true): string[] =>
    [...changes.values()].filter((each) => each.holds === holds && (each.value !== null) === isSet).map(({ variable }) => variable);
  const [keys, addresses, unwanted] = [of('key'), of('address'), [...of('address', false), ...of('key', false)]];
  const atAll = unwanted.length === 0 ? '' : `, and ${unwanted.join(', ')} must not be set at all`;
  const local = nameIn(place.main);
  return [
    ...(target.keyPlaceholder === null
      ? [`${keys.join(', ')} in ${name} must be given the key of ${target.name}, that of ${target.keyVariable}`]
      : []),
    `what the shell or the host sets goes before ${local}: ${[...addresses, ...keys].join(' and ')} must not be set there, or be set to the same${atAll}`,
    ...(isLoaded(analyses.host, module, context.modules())
      ? []
      : [`${local} must be loaded when the program starts, and nothing here shows that it is (dotenv, --env-file, a framework)`]),
    ...(request.related ? [] : [`files not looked at that read ${addresses.join(', ')} from ${local} go to ${target.name} too`]),
  ];
}
