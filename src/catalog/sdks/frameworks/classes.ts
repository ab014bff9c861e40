import type { Operation, SdkDescription, SettingName, Shape, Slot, Variant } from '../../../core/match/description';

/** What a framework's class asks a model for. Classes that ask the same have the same methods. */
export type Asked = 'chat' | 'responses' | 'completions' | 'embeddings' | 'rerank' | 'images' | 'transcriptions' | 'moderations';

/** Classes of one vendor, as a row. Facts that a class has of its own stand with it. */
export interface ClassGroup {
  /** Null where only the base URL decides who answers. */
  readonly vendor: string | null;
  readonly defaultBaseUrl?: string;
  /** Options that hold the base URL. */
  readonly baseUrl?: readonly string[];
  /** Options that hold a host without a scheme. */
  readonly host?: readonly string[];
  readonly key?: readonly string[];
  /** Options that hold the model id; `model`, `modelName` and a first argument that is text where it is not said. */
  readonly model?: readonly string[];
  /** Only this vendor understands the classes' requests: it answers at addresses the catalog does not know, too. */
  readonly exclusive?: boolean;
  /** The model option names a deployment (Azure). */
  readonly deployment?: boolean;
  readonly variants?: readonly Variant[];
  readonly ambientVariables?: Operation['ambientVariables'];
  /** Where features of every request stand in the options. */
  readonly features?: Readonly<Record<string, Slot>>;
  /** Static method that makes an object, beside the constructor. */
  readonly factory?: string;
  /** Exported class names, by what they ask for: each with the model it uses when none is named, null for none. */
  readonly classes: Partial<Record<Asked, Readonly<Record<string, string | null>>>>;
}

/** How a class of models becomes another one. */
export type ClassMove = Pick<Operation, 'exchange' | 'rewrite'>;

/** The methods of a framework's model objects. */
export interface Methods {
  /** Those that send, by what a class asks for. */
  readonly sends: Partial<Record<Asked, readonly string[]>>;
  /** Those of language models that give the same model with something added. */
  readonly additions: readonly string[];
  /** Where features of a request stand in the arguments. */
  readonly features?: Readonly<Record<string, Slot>>;
  /** The same for what is added to a model, by method. */
  readonly added?: Readonly<Record<string, Readonly<Record<string, Slot>>>>;
}

/** The methods of a class that asks for `asked`; `settings` are what a single call can say of the model. */
export function modelShape(methods: Methods, asked: Asked, settings?: Partial<Record<SettingName, Slot>>): Shape {
  const { features } = methods;
  const send: Operation = {
    site: { kind: 'call', surface: asked },
    ...(settings === undefined ? {} : { settings }),
    ...((asked === 'chat' || asked === 'responses') && features !== undefined ? { features } : {}),
  };
  return {
    members: {
      ...Object.fromEntries((methods.sends[asked] ?? []).map((name) => [name, send])),
      ...(isLanguageModel(asked)
        ? Object.fromEntries(methods.additions.map((name): [string, Operation] => [name, addition(methods.added?.[name])]))
        : {}),
    },
  };
}

function addition(features: Operation['features']): Operation {
  return { returns: '@self', ...(features === undefined ? {} : { features }) };
}

function isLanguageModel(asked: Asked): boolean {
  return asked === 'chat' || asked === 'responses' || asked === 'completions';
}

/** The name under which a description has the shape of objects that ask for `asked`. */
export function shapeName(asked: Asked): string {
  return `model for ${asked}`;
}

/** Exports and shapes of class groups, for a description. `moves`: by the names of classes that become others. */
export function classShapes(
  methods: Methods,
  groups: readonly ClassGroup[],
  moves: Readonly<Record<string, ClassMove>> = {},
): Pick<SdkDescription, 'exports' | 'shapes'> {
  const exports: Record<string, string> = {};
  const shapes: Record<string, Shape> = {};
  for (const group of groups) {
    for (const [asked, classes] of Object.entries(group.classes) as [Asked, Readonly<Record<string, string | null>>][]) {
      shapes[shapeName(asked)] = modelShape(methods, asked);
      for (const [name, defaultModel] of Object.entries(classes)) {
        exports[name] = name;
        const construct = { ...construction(group, asked, defaultModel), ...moves[name] };
        shapes[name] = { construct, ...(group.factory === undefined ? {} : { members: { [group.factory]: construct } }) };
      }
    }
  }
  return { exports, shapes };
}

function construction(group: ClassGroup, asked: Asked, defaultModel: string | null): Operation {
  const { vendor, exclusive, defaultBaseUrl, deployment, variants, ambientVariables, features } = group;
  return {
    site: { kind: 'model-binding', surface: asked },
    settings: {
      model: [...(group.model ?? ['model', 'modelName']).map((option) => `0.${option}`), '0'],
      ...options('baseUrl', group.baseUrl),
      ...options('host', group.host),
      ...options('key', group.key ?? ['apiKey']),
    },
    returns: shapeName(asked),
    ...(vendor === null ? {} : exclusive === true ? { vendor } : { defaultVendor: vendor }),
    ...(defaultBaseUrl === undefined ? {} : { defaultBaseUrl }),
    ...(defaultModel === null ? {} : { defaultModel }),
    ...(deployment === undefined ? {} : { deployment }),
    ...(variants === undefined ? {} : { variants }),
    ...(ambientVariables === undefined ? {} : { ambientVariables }),
    ...(features === undefined ? {} : { features }),
  };
}

/** Options stand in the first argument, or in the second where the first is the model's name or a former form's fields. */
function options(name: SettingName, names: readonly string[] | undefined): Partial<Record<SettingName, Slot>> {
  return names === undefined ? {} : { [name]: names.flatMap((option) => [`0.${option}`, `1.${option}`]) };
}
