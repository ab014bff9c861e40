/** What a rewrite asks of the environment of a module. */
export interface VariableChange {
  /** The module whose environment it is about. */
  readonly module: string;
  readonly variable: string;
  /** What the variable is to be; null where it must not be set. */
  readonly value: string | null;
  readonly holds: 'address' | 'model' | 'key' | 'other';
  /** What it is for, as a step says it: `with a key that Ollama does not check`. */
  readonly step: string;
}
