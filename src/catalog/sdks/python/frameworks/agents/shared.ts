import type { Operation, Shape } from '../../../../../core/match/description';

export const openaiHost = 'https://api.openai.com/v1';
export const azureHost = 'https://\uFFFC.openai.azure.com';
export const bedrockHost = 'https://bedrock-runtime.\uFFFC.amazonaws.com';

/** Methods of an agent that ask its model. */
export const runs = (names: readonly string[], more: Partial<Operation> = {}): Shape => ({
  members: Object.fromEntries(names.map((name): [string, Operation] => [name, { site: { kind: 'call', surface: 'chat' }, ...more }])),
});
