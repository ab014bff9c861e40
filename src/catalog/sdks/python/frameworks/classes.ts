import type { Operation, SdkDescription, Shape, Slot } from '../../../../core/match/description';

/** Classes of a framework that bind a model of one vendor. */
export interface ModelClasses {
  /** Null where the model's name says who answers. */
  readonly vendor: string | null;
  readonly defaultBaseUrl?: string;
  readonly baseUrl?: readonly string[];
  /** Arguments that name the model, where they are not the usual ones. */
  readonly model?: readonly string[];
  readonly deployment?: boolean;
  /** Where features of every request stand in the arguments. */
  readonly features?: Operation['features'];
  /** Class names by what they ask for, each with the model it uses when none is named. */
  readonly classes: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
}

/** How a class of models moves. */
export type ClassMove = Pick<Operation, 'exchange' | 'rewrite' | 'unmoved'>;

/** What is the same for every model of a framework. */
export interface Framework {
  /** Methods that send, by what a model is asked for. */
  readonly sends: Readonly<Record<string, readonly string[]>>;
  /** Methods that give the same model with something added. */
  readonly additions: readonly string[];
  /** Where features of a request stand in the arguments of those methods. */
  readonly added?: Readonly<Record<string, Operation['features']>>;
  /** The same for the methods that send. */
  readonly features?: Operation['features'];
  /** Methods of a class that make a model as its constructor does. */
  readonly makers?: readonly string[];
  /** True where the model itself is called. */
  readonly callable?: boolean;
  readonly model: readonly string[];
}

/** The shape of a model of a framework that is asked for one thing. */
export function modelShape(framework: Framework, asked: string): Shape {
  const isChat = asked === 'chat';
  const send: Operation = { site: { kind: 'call', surface: asked }, ...(isChat && framework.features && { features: framework.features }) };
  const sends = (framework.sends[asked] ?? []).map((name): [string, Operation] => [name, send]);
  const additions = framework.additions.map((name): [string, Operation] => [
    name,
    { returns: '@self', ...(framework.added?.[name] && { features: framework.added[name] }) },
  ]);
  return {
    members: Object.fromEntries(asked === 'embeddings' ? sends : [...sends, ...additions]),
    ...(framework.callable === true && asked !== 'embeddings' ? { call: send } : {}),
  };
}

/** The name of {@link modelShape}'s shape. */
export function modelShapeName(asked: string): string {
  return `model for ${asked}`;
}

/** Exports and shapes for the classes of several vendors. `moves`: by the names of classes. */
export function classShapes(
  framework: Framework,
  groups: readonly ModelClasses[],
  moves: Readonly<Record<string, ClassMove>> = {},
): Pick<SdkDescription, 'exports' | 'shapes'> {
  const exports: Record<string, string> = {};
  const shapes: Record<string, Shape> = {};
  for (const group of groups) {
    for (const [asked, classes] of Object.entries(group.classes)) {
      shapes[modelShapeName(asked)] = modelShape(framework, asked);
      for (const [name, defaultModel] of Object.entries(classes)) {
        const construct = { ...construction(framework, group, asked, defaultModel), ...moves[name] };
        const makers = (framework.makers ?? []).map((maker): [string, Operation] => [maker, construct]);
        exports[name] = `class ${name}`;
        shapes[`class ${name}`] = { construct, ...(makers.length === 0 ? {} : { members: Object.fromEntries(makers) }) };
      }
    }
  }
  return { exports, shapes };
}

function construction(framework: Framework, group: ModelClasses, asked: string, defaultModel: string | null): Operation {
  const { vendor, defaultBaseUrl, baseUrl, deployment, features } = group;
  const model: Slot = group.model ?? framework.model;
  return {
    site: { kind: 'model-binding', surface: asked },
    settings: {
      model,
      ...(baseUrl === undefined ? {} : { baseUrl }),
      key: vendor === null ? 'api_key=' : ['api_key=', `${vendor}_api_key=`.replace(/[-.]/g, '_')],
    },
    returns: modelShapeName(asked),
    ...(vendor === null ? {} : deployment === true ? { vendor, deployment } : { defaultVendor: vendor }),
    ...(defaultBaseUrl === undefined ? {} : { defaultBaseUrl }),
    ...(defaultModel === null ? {} : { defaultModel }),
    ...(features === undefined ? {} : { features }),
  };
}
